package dev.weir.materializer.value;

import dev.weir.assets.Table;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.value.Session.Described;
import dev.weir.materializer.value.Session.ResultColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;

/// Tables of Parquet files that an author has written, which become versions as they are. Threads may share it.
public final class AuthorTables {

    private final DuckDb db;

    public AuthorTables(DuckDb db) {
        this.db = db;
    }

    /// @throws IllegalArgumentException if a file is no Parquet file, or its columns are not those of the record
    public <R> Table<R> table(List<Path> files, RowCodec<R> codec, TableScope scope) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "A table of %s is made of no files; where there are no rows, return an empty list"
                            .formatted(codec.rowType().getSimpleName()));
        }
        try (Session session = db.openSession()) {
            List<String> wrong = new ArrayList<>();
            String record = codec.rowType().getSimpleName();
            for (Path file : files) {
                String name = file.getFileName().toString();
                wrong.addAll(failures(file).explaining(() -> obstacles(session, file, name, codec.schema(), record)));
            }
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException(String.join("\n", wrong));
            }
        }
        return new DuckDbTable<>(db, new TableSource.Written(files, codec.schema()), codec, null, scope);
    }

    /// Why these files are no table of a record, one sentence each; none if they are. Each is named with its folder.
    public List<String> obstacles(List<Path> files, Schema schema, String record) {
        List<String> wrong = new ArrayList<>();
        try (Session session = db.openSession()) {
            for (Path file : files) {
                try {
                    wrong.addAll(new QueryFailures("Reading " + file, 0).explaining(
                            () -> obstacles(session, file, file.toString(), schema, record)));
                } catch (IllegalArgumentException unreadable) {
                    wrong.add(unreadable.getMessage());
                }
            }
        }
        return wrong;
    }

    private static QueryFailures failures(Path file) {
        return new QueryFailures("Reading " + file.getFileName(), 0);
    }

    private static List<String> obstacles(Session session, Path file, String name, Schema schema, String record)
            throws Exception {
        Described described = session.describe(TableSource.Written.select("*", List.of(file)));
        Map<String, String> given = new HashMap<>();
        for (ResultColumn column : described.columns()) {
            given.put(column.name(), DuckDbType.parse(column.type()).toString());
        }
        List<String> wrong = new ArrayList<>();
        for (Column column : schema.columns()) {
            String type = given.remove(column.name());
            String wanted = DuckDbType.parse(DuckDbType.nameOf(column.type())).toString();
            if (type == null) {
                wrong.add("File %s has no column %s, which %s has"
                        .formatted(name, column.name(), record));
            } else if (!type.equals(wanted)) {
                wrong.add("Column %s of file %s is %s, and %s has %s: write it as that"
                        .formatted(column.name(), name, type, record, wanted));
            }
        }
        given.keySet().stream()
                .sorted()
                .forEach(column -> wrong.add("File %s has a column %s, which %s has not: leave it out, or add it to the record"
                        .formatted(name, column, record)));
        return wrong;
    }

    /// What an author's table consists of, if it is one of files that the author has written and nothing else.
    ///
    /// @param staging where they lie
    /// @throws IllegalArgumentException if a file cannot be read, or holds null where the record takes none
    public Optional<StagedFiles> asWritten(Table<?> table, Path staging) {
        if (!(table instanceof DuckDbTable<?> own) || !(own.source() instanceof TableSource.Written written)) {
            return Optional.empty();
        }
        own.scope().requireOpen();
        List<StagedFiles.One> files = new ArrayList<>();
        long all = 0;
        RowSetHash hash;
        try (Session session = db.openSession()) {
            hash = new RowSetHash(sizeOf(written.files()));
            for (Path file : written.files()) {
                long rows = failures(file).explaining(() -> read(session, file, written.schema(), hash));
                Digest sha256 = FileHash.of(file);
                files.add(new StagedFiles.One(file, rows, sha256));
                db.verifiedFiles().remember(file, sha256);
                all += rows;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file in %s cannot be read: %s".formatted(staging, e.getMessage()), e);
        }
        return Optional.of(new StagedFiles(
                written.schema(), files, TableWriter.digest(written.schema(), all, Digest.of(new byte[32]), hash.digest())));
    }

    private static long sizeOf(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static long read(Session session, Path file, Schema schema, RowSetHash hash) throws Exception {
        long rows = 0;
        String select = TableSource.Written.select(TableSource.columnList(schema), List.of(file));
        try (ArrowReader batches = session.query(select, List.of())) {
            while (session.call(batches::loadNextBatch)) {
                VectorSchemaRoot batch = batches.getVectorSchemaRoot();
                requireNoNulls(file, schema, batch);
                hash.add(batch);
                rows += batch.getRowCount();
            }
        }
        return rows;
    }

    private static void requireNoNulls(Path file, Schema schema, VectorSchemaRoot batch) {
        List<FieldVector> vectors = batch.getFieldVectors();
        for (int i = 0; i < vectors.size(); i++) {
            Column column = schema.columns().get(i);
            if (!column.isNullable() && vectors.get(i).getNullCount() > 0) {
                throw new IllegalArgumentException(
                        "Column %s of file %s holds null, and its component is a primitive: box the component"
                                .formatted(column.name(), file.getFileName()));
            }
        }
    }

    static String paths(List<Path> files) {
        return files.stream().map(file -> SqlText.literal(file.toString())).collect(Collectors.joining(", "));
    }
}
