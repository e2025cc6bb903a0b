package dev.weir.materializer.value;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Schema;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One immutable file of a version, and what was recorded of it when it was written: one of Parquet, or one that says what a
/// view is.
///
/// @param schema what it was written with
/// @param asset whose data it holds
/// @param partition which part of it
/// @param query what gives the rows, if the file is that of a view
public record TableFile(
        Path path,
        Schema schema,
        long rows,
        long bytes,
        Digest sha256,
        AssetKey asset,
        PartitionKey partition,
        Optional<Query> query) {

    /// One of Parquet.
    public TableFile(
            Path path, Schema schema, long rows, long bytes, Digest sha256, AssetKey asset, PartitionKey partition) {
        this(path, schema, rows, bytes, sha256, asset, partition, Optional.empty());
    }

    /// A query over files.
    ///
    /// @param select reads the tables by their names and gives the columns of the view
    public record Query(String select, List<Named> tables) {
        public Query {
            tables = List.copyOf(tables);
        }

        /// A statement that stands by itself.
        ///
        /// @param paths how the path of a file is written into it
        public String sql(UnaryOperator<String> paths) {
            List<String> named = new ArrayList<>();
            for (Named table : tables) {
                named.add("%s as (%s)"
                        .formatted(
                                SqlText.identifier(table.name()), FilesText.of(table.files(), table.schema(), paths)));
            }
            return named.isEmpty() ? select : "with " + String.join(", ", named) + " " + select;
        }
    }

    /// Files under the name that a query has for them.
    public record Named(String name, Schema schema, List<TableFile> files) {
        public Named {
            files = List.copyOf(files);
        }
    }

    /// This file, and those that its query reads.
    public List<TableFile> andThoseItReads() {
        List<TableFile> all = new ArrayList<>(List.of(this));
        query.ifPresent(given -> given.tables()
                .forEach(table -> table.files().forEach(file -> all.addAll(file.andThoseItReads()))));
        return all;
    }

    /// The partition of the asset, as people write it.
    String owner() {
        return partition.isUnpartitioned() ? asset.toString() : asset + "@" + partition;
    }

    /// The command that writes it anew.
    String remedy() {
        String which = partition.isUnpartitioned() ? "" : " --partition " + partition;
        return "weir materialize " + asset + which + " --force";
    }
}
