package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.contract.AdoptionStoreContract;
import dev.weir.materializer.contract.AssetNamesContract;
import dev.weir.materializer.contract.CollectionStoreContract;
import dev.weir.materializer.contract.CommitStoreContract;
import dev.weir.materializer.contract.Contention;
import dev.weir.materializer.contract.HistoryStoreContract;
import dev.weir.materializer.contract.KeyNumbersContract;
import dev.weir.materializer.contract.MoveContract;
import dev.weir.materializer.contract.PoolStoreContract;
import dev.weir.materializer.contract.RunStoreContract;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.contract.TurnContract;
import dev.weir.materializer.contract.VersionStoreContract;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetNames;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.VersionStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStoreIT
        implements AdoptionStoreContract,
                AssetNamesContract,
                CollectionStoreContract,
                CommitStoreContract,
                HistoryStoreContract,
                MoveContract,
                PoolStoreContract,
                RefusedGroupContract,
                RunStoreContract,
                TurnContract,
                VersionStoreContract,
                KeyNumbersContract {

    @TempDir
    private static Path data;

    private static Postgres postgres;

    private Database database;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(data.resolve("data"));
        Database.migrate(postgres.url("stores"));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void open() {
        try (Database before = Database.open(postgres.url("stores"), "tests")) {
            Postgres.empty(before);
        }
        database = Database.open(postgres.url("stores"), "tests");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public CommitStore commits() {
        return database.commits();
    }

    @Override
    public Sessions sessions() {
        return database.sessions();
    }

    @Override
    public CollectionStore collections() {
        return database.collections();
    }

    @Override
    public HistoryStore history() {
        return database.history();
    }

    @Override
    public VersionStore versions() {
        return database.versions();
    }

    @Override
    public AdoptionStore adoptions() {
        return database.adoptions();
    }

    @Override
    public RunStore runs() {
        return database.runs();
    }

    @Override
    public PoolStore pools() {
        return new JdbcPoolStore(database.sessions());
    }

    @Override
    public AssetNames names() {
        return database.names();
    }

    @Override
    public KeyNumbers keyNumbers() {
        return database.keyNumbers();
    }

    @Test
    void processesThatClaimAtOncePublishEachPartitionInTheOrderOfTheirClaims() throws Exception {
        List<AssetPartition> targets = List.of(Scenario.target("a", 0), Scenario.target("b", 0), Scenario.target("c", 0));
        List<Version> committed = new ArrayList<>();
        AtomicInteger process = new AtomicInteger();

        List<List<Version>> each = Contention.atOnce(3, () -> {
            try (Database own = Database.open(postgres.url("stores"), "tests")) {
                process.incrementAndGet();
                return Contention.claimAndCommit(new Scenario(own.commits(), own.runs()), own.commits(), targets, 2, 10);
            }
        });
        each.forEach(committed::addAll);

        assertThat(process).hasValue(3);
        assertThat(versions().publishedAfter(EnvironmentName.MAIN, 0, 10_000))
                .extracting(Publication::version)
                .containsExactlyInAnyOrderElementsOf(committed.stream().map(Version::id).toList());
        assertThat(versions().sequence()).isEqualTo(committed.size());
    }
}
