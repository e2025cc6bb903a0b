package dev.weir.metadata;

import dev.weir.materializer.doctor.Inventory;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Reads a database in parts, by the places of results, which are the key of the table of versions.
final class JdbcInventory implements Inventory {

    private static final String RECORDED = "SELECT " + VersionReader.COLUMNS
            + ", v.recorded FROM version v WHERE v.recorded BETWEEN ? AND ? ORDER BY v.recorded";

    // A run claims a partition once: two versions that it made of one have numbers close to each other.
    private static final String DOUBLED =
            """
            SELECT a.asset, a.ordinal FROM version a
            JOIN version b ON b.asset = a.asset AND b.ordinal = a.ordinal AND b.number BETWEEN a.number - 20 AND a.number - 1
            WHERE a.recorded BETWEEN ? AND ? AND b.run = a.run
            UNION ALL
            SELECT a.asset, a.ordinal FROM version a JOIN step s ON s.run = a.run AND s.asset = a.asset AND s.ordinal = a.ordinal
            WHERE a.recorded BETWEEN ? AND ?""";

    private static final String STRAY =
            """
            SELECT p.asset, p.ordinal, v.number, v.state, n.number
            FROM partition_state p
            LEFT JOIN version v ON v.id = p.current_version AND v.asset = p.asset AND v.ordinal = p.ordinal
            LEFT JOIN pointer_move m ON m.sequence = p.sequence
            LEFT JOIN version n ON n.asset = p.asset AND n.ordinal = p.ordinal AND n.number = p.last_number
                AND n.environment = p.environment AND n.sequence > p.sequence
            WHERE p.sequence IS NOT NULL AND (n.id IS NOT NULL
                OR (p.current_version IS NOT NULL AND (v.id IS NULL OR v.state <> 'PUBLISHED'))
                OR (m.sequence IS NULL AND (v.sequence IS NULL OR v.sequence <> p.sequence))
                OR (m.sequence IS NOT NULL AND COALESCE(m.version, p.current_version) <> p.current_version))
            FETCH FIRST ? ROWS ONLY""";

    private static final String UNCHECKED =
            """
            SELECT v.asset, v.ordinal, v.number, d.check_name
            FROM verdict d JOIN version v ON v.id = d.version
            WHERE d.passed = FALSE AND d.severity = 'ERROR' AND v.state = 'PUBLISHED' AND d.recorded = v.recorded
            FETCH FIRST ? ROWS ONLY""";

    private final Sessions sessions;
    private final Names names;
    private final VersionReader reader;

    JdbcInventory(Sessions sessions, Names names) {
        this.sessions = sessions;
        this.names = names;
        this.reader = new VersionReader(names);
    }

    @Override
    public int schema() {
        return sessions.read(Migrations::store).map(Migrations.Store::format).orElse(0);
    }

    @Override
    public long versions() {
        return sessions.read(session -> session.first("SELECT COUNT(*) FROM version", row -> row.getLong(1)).orElse(0L));
    }

    @Override
    public List<Commit> commitsAfter(long recorded, int limit) {
        return sessions.read(session -> session.query(
                "SELECT id, first_recorded, results, first_sequence FROM commit_group WHERE first_recorded > ?"
                        + " ORDER BY first_recorded FETCH FIRST ? ROWS ONLY",
                row -> new Commit(row.getObject(1, UUID.class), row.getLong(2), row.getInt(3), row.getLong(4)),
                recorded, limit));
    }

    @Override
    public List<Recorded> recordedBetween(long first, long last) {
        return sessions.read(session -> session.query(
                RECORDED,
                row -> new Recorded(row.getLong(VersionReader.NEXT), reader.read(session, row)),
                first, last));
    }

    @Override
    public List<AssetPartition> doubledBetween(long first, long last) {
        return sessions.read(session ->
                session.query(DOUBLED, row -> target(session, row), first, last, first, last));
    }

    @Override
    public List<Stray> strayPointers(int limit) {
        return sessions.read(session -> session.query(
                STRAY, row -> new Stray(target(session, row), fact(row)), limit));
    }

    private static String fact(ResultSet row) throws SQLException {
        long number = row.getLong(3);
        boolean isNowhere = row.wasNull();
        String state = row.getString(4);
        long newer = row.getLong(5);
        if (!row.wasNull()) {
            return "does not show #%d, which was published last".formatted(newer);
        }
        if (isNowhere) {
            return "shows a version that is not there";
        }
        return state.equals("PUBLISHED")
                ? "shows #%d, which was neither published nor moved there last".formatted(number)
                : "shows #%d, which is %s".formatted(number, state.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Unchecked> unchecked(int limit) {
        return sessions.read(session -> session.query(
                UNCHECKED,
                row -> new Unchecked(target(session, row), row.getLong(3), row.getString(4)),
                limit));
    }

    @Override
    public List<Overdue> overdue(Duration grace) {
        return sessions.read(session -> session.query(
                "SELECT id, status, lease_until FROM run WHERE status IN ('QUEUED', 'RUNNING') AND lease_until < %s - ?"
                        .formatted(session.dialect().clock()),
                row -> new Overdue(
                        new RunId(row.getObject(1, UUID.class)),
                        RunStatus.valueOf(row.getString(2)),
                        Micros.instant(row.getLong(3))),
                Micros.of(grace)));
    }

    private AssetPartition target(Session session, ResultSet row) throws SQLException {
        return new AssetPartition(names.asset(session, row.getInt(1)), row.getInt(2));
    }
}
