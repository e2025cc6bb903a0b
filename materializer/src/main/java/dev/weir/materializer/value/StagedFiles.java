package dev.weir.materializer.value;

import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Schema;
import java.nio.file.Path;
import java.util.List;

/// A table in files of a staging folder.
///
/// @param digest of what the table holds, by which it is compared with other versions
public record StagedFiles(Schema schema, List<One> files, DataDigest digest) {

    public StagedFiles {
        files = List.copyOf(files);
    }

    /// @param sha256 of its bytes
    public record One(Path file, long rows, Digest sha256) {}
}
