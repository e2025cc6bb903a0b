package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.contract.AdoptionStoreContract;
import dev.weir.materializer.contract.AssetNamesContract;
import dev.weir.materializer.contract.CommitStoreContract;
import dev.weir.materializer.contract.Contention;
import dev.weir.materializer.contract.KeyNumbersContract;
import dev.weir.materializer.contract.MoveContract;
import dev.weir.materializer.contract.PoolStoreContract;
import dev.weir.materializer.contract.RunStoreContract;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.contract.TurnContract;
import dev.weir.materializer.contract.VersionStoreContract;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All that the stores promise, through a PgBouncer in transaction pooling.
class PgBouncerIT
        implements AdoptionStoreContract,
                AssetNamesContract,
                CommitStoreContract,
                MoveContract,
                PoolStoreContract,
                RunStoreContract,
                TurnContract,
                VersionStoreContract,
                KeyNumbersContract {

    @TempDir
    private static Path data;

    private static Postgres postgres;

    private static PgBouncer bouncer;

    private Database database;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start(data.resolve("data"));
        // Straight to the database: what migrates holds a lock of its session.
        Database.migrate(postgres.url("pooled"));
        try (Connection connection = DriverManager.getConnection(postgres.url("pooled"));
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE postgres SET search_path TO pooled");
        }
        bouncer = PgBouncer.start(Files.createTempDirectory("bouncer"), postgres.port());
    }

    @AfterAll
    static void stop() {
        bouncer.close();
        postgres.close();
    }

    @BeforeEach
    void open() {
        try (Database before = Database.open(url(), "tests")) {
            Postgres.empty(before);
        }
        database = Database.open(url(), "tests");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String url() {
        return bouncer.url("&prepareThreshold=0");
    }

    @Override
    public CommitStore commits() {
        return database.commits();
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
            try (Database own = Database.open(url(), "tests")) {
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

    @Test
    void whoForgetsToSayThatStatementsAreNotPreparedIsToldTo() throws Exception {
        try (PgBouncer own = PgBouncer.start(Files.createTempDirectory("bouncer"), postgres.port());
                Database forgetful = Database.open(own.url(""), "tests");
                Database another = Database.open(own.url(""), "tests")) {
            // Who asks alone has always the same connection to the server. What is asked often the driver prepares on it, from S_1 on.
            askOften(forgetful);

            assertThatThrownBy(() -> askOften(another))
                    .isInstanceOf(WeirException.class)
                    .hasMessageMatching("Database postgres on localhost, schema weir is behind a pool of connections, which does"
                            + " not keep prepared statements \\(.*\\): add prepareThreshold=0 to its URL");
        }
    }

    private static void askOften(Database database) {
        for (int i = 0; i < 20; i++) {
            assertThat(database.versions().sequence()).isZero();
        }
    }
}
