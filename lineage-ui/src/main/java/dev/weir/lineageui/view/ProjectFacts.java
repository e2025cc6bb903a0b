package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.checks.CheckSpec;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.project.DeclaredAt;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.VersionStore;
import java.nio.file.Path;
import java.util.List;

/// What views are made of: what a project declares, and what is remembered of it.
public interface ProjectFacts {

    Definitions definitions();

    default AssetGraph graph() {
        return definitions().graph();
    }

    default List<CheckSpec> checksOf(AssetKey asset) {
        return definitions().checksOf(asset);
    }

    /// Where an asset is declared: looked up in the files of the project.
    default DeclaredAt declaredAt(AssetKey asset, DeclaredAt.Detail detail) {
        return new DeclaredAt.Unknown("The sources of this project are not at hand.");
    }

    /// What has been published. Empty, and nothing is written, where nothing has been materialized yet.
    VersionStore versions();

    /// What has been collected.
    CollectionStore collections();

    /// What has been run.
    RunStore runs();

    /// The absolute path of a file of a version.
    default Path pathOf(DataFile file) {
        return pathOf(file.path());
    }

    /// Where something lies that a version names by its path below the warehouse.
    Path pathOf(String path);
}
