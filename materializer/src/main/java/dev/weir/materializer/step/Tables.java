package dev.weir.materializer.step;

import dev.weir.materializer.audit.TableAudit;
import dev.weir.materializer.value.AuthorTables;
import dev.weir.materializer.value.CsvCopy;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.DuckDbTables;
import dev.weir.materializer.value.TableWriter;

/// The engine for tables, loaded when the first step needs one: many runs need none.
final class Tables {

    private static final DuckDbTables READER = new DuckDbTables(DuckDb.ofProcess());
    private static final TableWriter WRITER = new TableWriter(DuckDb.ofProcess());

    private static final AuthorTables FILES = new AuthorTables(DuckDb.ofProcess());

    private static final CsvCopy CSV = new CsvCopy(DuckDb.ofProcess());

    private static final TableAudit AUDIT = new TableAudit(DuckDb.ofProcess());

    private Tables() {}

    static CsvCopy csv() {
        return CSV;
    }

    static TableAudit audit() {
        return AUDIT;
    }

    static DuckDbTables reader() {
        return READER;
    }

    static AuthorTables files() {
        return FILES;
    }

    static TableWriter writer() {
        return WRITER;
    }
}
