package dev.weir.metadata;

import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.contract.AdoptionStoreContract;
import dev.weir.materializer.contract.AssetNamesContract;
import dev.weir.materializer.contract.CollectionStoreContract;
import dev.weir.materializer.contract.CommitStoreContract;
import dev.weir.materializer.contract.HistoryStoreContract;
import dev.weir.materializer.contract.KeyNumbersContract;
import dev.weir.materializer.contract.MoveContract;
import dev.weir.materializer.contract.PoolStoreContract;
import dev.weir.materializer.contract.RunStoreContract;
import dev.weir.materializer.contract.TurnContract;
import dev.weir.materializer.contract.VersionStoreContract;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetNames;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.VersionStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest
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
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, "tests");
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
}
