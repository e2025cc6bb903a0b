package dev.weir.materializer.value;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Schema;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Path;
import java.util.List;

/// A table as it was written into a staging folder, on the disk for good.
///
/// @param file in the staging folder
/// @param sha256 of the bytes of the file
/// @param digest of what the table holds, by which it is compared with other versions
public record StagedTable(Path file, long bytes, long rows, Digest sha256, Schema schema, DataDigest digest) {

    public String fileName() {
        return file.getFileName().toString();
    }

    public StagedFiles asFiles() {
        return new StagedFiles(schema, List.of(new StagedFiles.One(file, rows, sha256)), digest);
    }

    /// The file as a table can be made of it, to be audited where it is.
    public TableFile asTableFile(AssetKey asset, PartitionKey partition) {
        return new TableFile(file, schema, rows, bytes, sha256, asset, partition);
    }
}
