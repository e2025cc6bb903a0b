package dev.weir.materializer.value;

import dev.weir.assets.Table;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.Form;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.value.TableSource.Selected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;

/// Stages what an asset returned as one Parquet file that is on the disk when the method returns. The same rows in the
/// same order give the same bytes. Threads may share it.
public final class TableWriter {

    /// The name of the file in the staging folder.
    public static final String FILE_NAME = "part-0.parquet";

    private static final String FORMAT = "format parquet, compression zstd, row_group_size 122880";
    private static final String DIGEST_FORMAT = "weir table 1";

    private final DuckDb db;

    public TableWriter(DuckDb db) {
        this.db = db;
    }

    /// Stages whatever form of table an asset returned.
    ///
    /// @param value a `Table`, a `List` or a `Stream`; a stream is closed
    /// @param codec of the rows; null for `Table<?>`
    /// @param staging an existing folder
    /// @throws IllegalArgumentException if there is no value, a row is null, or a query is wrong
    /// @throws dev.weir.assets.problem.WeirException if the disk is full, or a file that is read is damaged
    @SuppressWarnings("unchecked") // the processor has checked that the method returns rows of the codec's record
    public StagedTable write(@Nullable Object value, Form form, @Nullable RowCodec<?> codec, Path staging) {
        return switch (value) {
            case null ->
                throw new IllegalArgumentException(
                        "The method returned null; where there are no rows, return an empty %s"
                                .formatted(form == Form.LIST ? "list" : form == Form.STREAM ? "stream" : "table"));
            case Table<?> table -> write(table, staging);
            case List<?> rows -> write(rows.iterator(), (RowCodec<Object>) required(codec), staging);
            case ArrowReader batches -> write(batches, staging);
            case Stream<?> rows -> {
                try (rows) {
                    yield write(rows.iterator(), (RowCodec<Object>) required(codec), staging);
                }
            }
            default ->
                throw new IllegalArgumentException("A %s cannot be kept as a table"
                        .formatted(value.getClass().getName()));
        };
    }

    private static RowCodec<?> required(@Nullable RowCodec<?> codec) {
        if (codec == null) {
            throw new IllegalArgumentException("Rows in Java need a record type; return a Table, or name the record");
        }
        return codec;
    }

    /// Stages a table. A query goes from Parquet to Parquet inside DuckDB.
    public StagedTable write(Table<?> table, Path staging) {
        if (!(table instanceof DuckDbTable<?> own)) {
            throw new IllegalArgumentException("%s cannot be staged; return a table that Weir gave"
                    .formatted(table.getClass().getName()));
        }
        Path file = staging.resolve(FILE_NAME);
        try (Session session = db.openSession()) {
            own.scope().requireOpen();
            long rows = own.failures().explaining(() -> {
                Selected selected = own.source().select(session);
                return session.execute(copy(selected.sql(), file), selected.parameters());
            });
            Digest content = own.isOrdered() ? null : hashOfRows(session, file, own.schema());
            return finished(staging, rows, own.schema(), content);
        }
    }

    /// Stages rows in the order given.
    ///
    /// @param rows read in the calling thread
    public <R> StagedTable write(Iterator<? extends R> rows, RowCodec<R> codec, Path staging) {
        Path file = staging.resolve(FILE_NAME);
        QueryFailures failures = new QueryFailures("Writing " + FILE_NAME, 0);
        try (Session session = db.openSession()) {
            String name = session.newName();
            long written =
                    failures.explaining(() -> session.executeOver(
                            name, rows, codec, copy(Arrow.selectFrom(name, codec.schema()), file)));
            return finished(staging, written, codec.schema(), null);
        }
    }

    /// Stages batches as they are, in the order given. The reader is closed, also where that fails.
    ///
    /// @throws IllegalArgumentException if a column has a type that no table of Weir's has
    public StagedTable write(ArrowReader batches, Path staging) {
        Path file = staging.resolve(FILE_NAME);
        QueryFailures failures = new QueryFailures("Writing " + FILE_NAME, 0);
        try (batches;
                Session session = db.openSession()) {
            Schema schema = ArrowSchema.of(batches.getVectorSchemaRoot().getSchema());
            String name = session.newName();
            long rows = failures.explaining(() -> session.executeOver(
                    name, batches, "copy (from %s) to %s (%s)".formatted(name, SqlText.literal(file.toString()), FORMAT)));
            return finished(staging, rows, schema, null);
        } catch (IOException e) {
            throw new UncheckedIOException("The ArrowReader failed: " + e.getMessage(), e);
        }
    }

    private static String copy(String select, Path file) {
        return "copy (%s) to %s (%s)".formatted(select, SqlText.literal(file.toString()), FORMAT);
    }

    private static Digest hashOfRows(Session session, Path file, Schema schema) {
        String select = "select %s from read_parquet(%s, hive_partitioning = false)"
                .formatted(TableSource.columnList(schema), SqlText.literal(file.toString()));
                return new QueryFailures("Reading back " + FILE_NAME, 0).explaining(() -> {
            RowSetHash hash = new RowSetHash(Files.size(file));
            try (ArrowReader batches = session.query(select, List.of())) {
                while (session.call(batches::loadNextBatch)) {
                    hash.add(batches.getVectorSchemaRoot());
                }
            }
            return hash.digest();
        });
    }

    /// @param rowSet the hash of the rows without their order; null if their order counts
    private StagedTable finished(Path staging, long rows, Schema schema, @Nullable Digest rowSet) {
        Path file = staging.resolve(FILE_NAME);
        try {
            force(file, StandardOpenOption.WRITE);
            force(staging, StandardOpenOption.READ);
            Digest sha256 = FileHash.of(file);
            db.verifiedFiles().remember(file, sha256);
            return new StagedTable(file, Files.size(file), rows, sha256, schema, digest(schema, rows, sha256, rowSet));
        } catch (ClosedByInterruptException e) {
            throw NativeThreads.canceled();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    static DataDigest digest(Schema schema, long rows, Digest sha256, @Nullable Digest rowSet) {
        Hasher hasher = new Hasher().add(DIGEST_FORMAT).add(schema.columns().size());
        for (Column column : schema.columns()) {
            hasher.add(column.name())
                    .add(column.type().toString())
                    .add(column.nullability().name());
        }
        hasher.add(rows).add(rowSet == null ? "ordered" : "set").add(rowSet == null ? sha256 : rowSet);
        return new DataDigest(hasher.finish());
    }
}
