package dev.weir.materializer.step;

import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.version.Content;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an attempt has produced, or what an audit looks at: the content, the digest of its data, and where its files can
/// be read now.
///
/// @param files of a table
/// @param path of what is a file or a folder
record Staged(Content content, DataDigest data, List<TableFile> files, Optional<Path> path) {

    /// Nothing but the fact that it was computed.
    static final Staged NOTHING = new Staged(new Content.Nothing(), digest("nothing", ""), List.of());

    Staged {
        files = List.copyOf(files);
    }

    Staged(Content content, DataDigest data, List<TableFile> files) {
        this(content, data, files, Optional.empty());
    }

    static Staged file(Content.OneFile file, Path path) {
        return new Staged(file, digest("file", file.file().sha256().toString()), List.of(), Optional.of(path));
    }

    static Staged folder(Content.Folder folder, Digest digest, Path path) {
        return new Staged(folder, digest("folder", digest.toString()), List.of(), Optional.of(path));
    }

    static Staged json(String text) {
        return new Staged(new Content.Json(text), JsonValue.digest(text), List.of());
    }

    /// The same with a version of the author's own in place of the digest of the data.
    Staged at(String dataVersion) {
        return new Staged(content, digest("data version", dataVersion), files, path);
    }

    /// The same files under another account of them.
    Staged with(Content other) {
        return new Staged(other, data, files, path);
    }

    private static DataDigest digest(String kind, String value) {
        Digest digest = new Hasher().add(kind).add(value).finish();
        return new DataDigest(digest);
    }
}
