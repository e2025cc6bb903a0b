package dev.weir.assets.spec;

import dev.weir.assets.TableFormat;
import java.util.List;

/// The command that computes an asset.
///
/// @param text as the author wrote it
/// @param result the file or folder of the staging folder that is the result; empty for what is there
/// @param tables as which files it gets the tables that it reads
/// @param files further files and folders that count as its code
public record CommandLine(String text, String result, TableFormat tables, List<String> files, ProcessContext context) {

    public CommandLine {
        files = List.copyOf(files);
    }

    /// The program and its arguments.
    public List<String> words() {
        return CommandText.words(text);
    }
}
