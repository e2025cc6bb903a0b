package dev.weir.cli.fuzz;

import dev.weir.assets.Table;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.AuthorTables;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.RowCodecs;
import dev.weir.materializer.value.TableScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Parquet files that others have written: what `weir import` and `Staging` look at first, and the rows.
final class ParquetFiles implements Target {

    /// What the files are to be a table of.
    public record Row(String name, Integer length) {}

    private final Path folder = Memory.folder();
    private final Path file = folder.resolve("foreign.parquet");
    private final AuthorTables tables = new AuthorTables(DuckDb.ofProcess());
    private final Schema schema = new Schema(List.of(
            new Column("name", ColumnType.parse("string"), Nullability.NULLABLE),
            new Column("length", ColumnType.parse("int"), Nullability.NULLABLE)));

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        try (Connection db = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = db.createStatement()) {
            for (String form : List.of("compression zstd", "compression snappy", "compression uncompressed", "parquet_version v2")) {
                Path seed = folder.resolve("seed.parquet");
                statement.execute("copy (select 'n' || i as name, i::integer as length from range(20) t(i)) to '%s' (format parquet, %s)"
                        .formatted(seed, form));
                seeds.add(Files.readAllBytes(seed));
            }
        } catch (SQLException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return seeds;
    }

    @Override
    public void take(byte[] input) {
        try {
            Files.write(file, input);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Target.each(() -> {
            if (tables.obstacles(List.of(file), schema, "Row").isEmpty()) {
                rows();
            }
        });
    }

    private void rows() {
        try (TableScope scope = new TableScope()) {
            Table<Row> table = tables.table(List.of(file), RowCodecs.of(Row.class), scope);
            tables.asWritten(table, folder);
        } catch (CancellationException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
