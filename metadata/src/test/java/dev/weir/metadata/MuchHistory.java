package dev.weir.metadata;

import static dev.weir.materializer.contract.Scenario.NOON;
import static dev.weir.materializer.contract.Scenario.REASON;
import static dev.weir.materializer.contract.Scenario.TIMING;
import static dev.weir.materializer.contract.Scenario.expectCommitted;
import static dev.weir.materializer.contract.Scenario.published;
import static dev.weir.materializer.contract.Scenario.reading;
import static dev.weir.materializer.contract.Scenario.target;
import static dev.weir.materializer.version.EnvironmentName.MAIN;

import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A database of which much was collected: days that were made again and again, what was made of each, and of all of them, and steps
/// that failed.
final class MuchHistory {

    private static final int TIMES = 30;
    private static final int DAYS = 25;
    private static final AssetPartition BROKEN = target("broken", 0);
    private static final AssetPartition ALL = target("all", 0);

    private final Database database;
    private final Scenario scenario;
    private final List<VersionId> old = new ArrayList<>();

    private MuchHistory(Database database) {
        this.database = database;
        this.scenario = new Scenario(database.commits(), database.runs());
    }

    static void make(Database database) {
        MuchHistory history = new MuchHistory(database);
        history.runOfOtherDefinitions();
        for (int time = 1; time <= TIMES; time++) {
            List<VersionId> made = history.run();
            if (time < TIMES) {
                history.old.addAll(made);
            }
        }
        database.collections().condemn(history.old.reversed());
        database.collections().removed(history.old);
    }

    private void runOfOtherDefinitions() {
        RunId id = new RunId(Scenario.id());
        database.runs().create(
                new Run(id, MAIN, RunStatus.QUEUED, "weir materialize", "d0", 3, "", NOON, null, null, null), "{}", Scenario.LONG);
        database.runs().cancel(id, NOON, "by hand");
    }

    private List<VersionId> run() {
        RunLease lease = scenario.running();
        List<Version> raw = new ArrayList<>();
        List<StepResult> results = new ArrayList<>();
        for (Claim claim : claims(lease, "raw")) {
            raw.add(Scenario.version(lease, claim));
            results.add(published(raw.getLast(), Scenario.verdict(claim.target().asset(), "rows", true)));
        }
        List<Version> made = new ArrayList<>(raw);
        for (Claim claim : claims(lease, "delays")) {
            made.add(Scenario.version(lease, claim, reading(raw.get(claim.target().ordinal()))));
            results.add(published(made.getLast()));
        }
        expectCommitted(scenario.commit(lease, results.toArray(StepResult[]::new)));
        made.add(scenario.publish(
                lease,
                ALL,
                new InputUse.Many(
                        raw.getFirst().target().asset(),
                        PartitionSet.range(0, DAYS - 1),
                        database.versions().sequence(),
                        Scenario.digest(5))));
        scenario.claim(lease, BROKEN);
        expectCommitted(scenario.commit(lease, new StepResult.Failed(BROKEN, 1, "it broke", TIMING, REASON)));
        database.runs().finish(lease.run(), lease.owner(), RunStatus.FAILED, NOON, Optional.empty());
        return made.stream().map(Version::id).toList();
    }

    private List<Claim> claims(RunLease lease, String asset) {
        List<AssetPartition> targets = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            targets.add(target(asset, day));
        }
        return database.commits().claim(lease, targets);
    }

    /// What is told of what is kept.
    static Map<String, Object> answers(Database database) {
        Map<String, Object> answers = new LinkedHashMap<>();
        List<CurrentVersion> current = database.versions().current(MAIN);
        answers.put("current", current);
        answers.put("failing", database.runs().failing(MAIN));
        answers.put("spent", database.runs().spentLately(Spent.LOOKED_AT));
        for (CurrentVersion each : current) {
            Version version = each.version();
            answers.put("readers of " + version.id(), database.versions().readersOf(version.id()));
            answers.put("verdicts of " + version.id(), database.versions().verdictsOf(version.id()));
            answers.put("before " + version.id(), database.versions().publishedBefore(version.target(), version.number(), 1));
            answers.put("run of " + version.id(), database.runs().find(version.origin().run()));
        }
        return answers;
    }

    /// All rows of all tables of Weir's.
    static Map<String, List<String>> rows(Database database) {
        return database.sessions().read(session -> {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            List<String> tables = session.query(
                    "SELECT LOWER(table_name) FROM information_schema.tables"
                            + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'"
                            + " AND table_name <> 'flyway_schema_history' ORDER BY 1",
                    row -> row.getString(1));
            for (String table : tables) {
                rows.put(table, session.query("SELECT * FROM " + table, MuchHistory::text).stream().sorted().toList());
            }
            return rows;
        });
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            text.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value).append('|');
        }
        return text.toString();
    }
}
