import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Writes down many runs that never were, each a copy of the newest with its steps, straight into an embedded database: so that
/// something can be measured over them without waiting for them. Arguments: the database without `.mv.db`, how many.
final class RecordedRuns {

    private RecordedRuns() {}

    public static void main(String[] arguments) throws SQLException {
        int runs = Integer.parseInt(arguments[1]);
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + arguments[0], "sa", "");
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE copies AS SELECT X AS n, RANDOM_UUID(7) AS id FROM SYSTEM_RANGE(1, " + runs + ")");
            statement.execute("""
                    INSERT INTO run (id, environment, status, request, definitions, planned, owner, lease_until, created_at,
                        started_at, finished_at)
                    SELECT c.id, r.environment, CASE MOD(c.n, 50) WHEN 0 THEN 'FAILED' ELSE 'SUCCEEDED' END, r.request,
                        r.definitions, r.planned, r.owner, r.lease_until, r.created_at + c.n * 1000, r.started_at + c.n * 1000,
                        r.finished_at + c.n * 1000
                    FROM copies c, (SELECT * FROM run ORDER BY created_at DESC FETCH FIRST 1 ROW ONLY) r""");
            statement.execute("""
                    INSERT INTO step (recorded, run, asset, ordinal, state, attempt, started_at, took_us, reason)
                    SELECT s.recorded + c.n, c.id, a.id, 0, 'SKIPPED', 1, 0, 1000, 'it has never been materialized'
                    FROM copies c, store s, (SELECT MIN(id) AS id FROM asset) a""");
            statement.execute("""
                    INSERT INTO commit_group (first_recorded, id, run, results, first_sequence, last_sequence, committed_at)
                    SELECT s.recorded + c.n, RANDOM_UUID(), c.id, 1, s.sequence + 1, s.sequence, 0 FROM copies c, store s""");
            statement.execute("UPDATE store SET recorded = recorded + " + runs);
            statement.execute("DROP TABLE copies");
        }
    }
}
