package dev.weir.materializer.warehouse;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// What is in a folder, however deep: its files by name. Folders that hold none do not count.
///
/// @param files in the order of their names
public record Listing(List<Entry> files) {

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,16}");

    public Listing {
        files = files.stream().sorted(Comparator.comparing(Entry::name)).toList();
    }

    /// One file.
    ///
    /// @param name below the folder, with `/` between segments
    public record Entry(String name, long bytes, Digest sha256) {}

    /// Of the names and the bytes.
    public Digest digest() {
        Hasher hasher = new Hasher().add("weir folder 1").add(files.size());
        files.forEach(file -> hasher.add(file.name()).add(file.sha256()));
        return hasher.finish();
    }

    /// What a name ends with, such as `.onnx`; empty if that is none.
    static String extensionOf(Path path) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSION.matcher(name.substring(dot)).matches() ? name.substring(dot) : "";
    }
}
