package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.EnvironmentName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads a view as another program does: the catalog, then the lists it names, then the files they name.
record OutsideReader(FileOps files, Path root) {

    /// What was read at one go.
    ///
    /// @param contents of the files of each asset, in order
    record Reading(long sequence, Map<String, List<String>> contents) {}

    Reading read() throws IOException {
        Path view = root.resolve("view").resolve(EnvironmentName.MAIN.value());
        Path file = view.resolve(Catalog.NAME);
        if (files.size(file).isEmpty()) {
            return new Reading(0, Map.of());
        }
        Catalog catalog = Catalog.parse(files.read(file));
        Map<String, List<String>> contents = new TreeMap<>();
        for (Map.Entry<AssetKey, Long> asset : catalog.assets().entrySet()) {
            Path list = view.resolve(Catalog.fileOf(asset.getKey(), asset.getValue()));
            contents.put(asset.getKey().toString(), contentsOf(AssetView.parse(files.read(list))));
        }
        return new Reading(catalog.sequence(), contents);
    }

    private List<String> contentsOf(AssetView view) throws IOException {
        List<String> contents = new ArrayList<>();
        for (AssetView.Partition partition : view.partitions()) {
            for (String path : partition.files()) {
                String content = new String(files.read(root.resolve(path)), StandardCharsets.UTF_8);
                assertThat(path).contains(Groups.digest(content).toString());
                contents.add(content);
            }
        }
        return contents;
    }
}
