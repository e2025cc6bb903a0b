package dev.weir.materializer.contract;

import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.VersionStore;

/// The three stores under test, over one state that is empty when a test begins.
public interface StoreContract {

    CommitStore commits();

    VersionStore versions();

    RunStore runs();

    KeyNumbers keyNumbers();

    default Scenario scenario() {
        return new Scenario(commits(), runs());
    }
}
