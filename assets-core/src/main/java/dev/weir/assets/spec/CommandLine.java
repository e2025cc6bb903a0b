package dev.weir.assets.spec;

import java.util.List;

/// The command that computes an asset.
///
/// @param text as the author wrote it
/// @param result the file or folder of the staging folder that is the result; empty for what is there
/// @param files further files and folders that count as its code
public record CommandLine(String text, String result, List<String> files, ProcessContext context) {

    public CommandLine {
        files = List.copyOf(files);
    }

    /// The program and its arguments.
    public List<String> words() {
        return CommandText.words(text);
    }
}
