package dev.weir.cli.fuzz;

import dev.weir.assets.graph.AssetSelection;
import dev.weir.cli.Called;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.view.Reference;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.partitions.PartitionRequest;
import java.util.List;

/// Selections, references and requests for partitions, as they are typed.
final class Selections implements Target {

    private final Workspace shop = Shop.OF_PROCESS.workspace();

    @Override
    public List<byte[]> seeds() {
        return Target.texts("*", "orders", "+all_orders", "key:a* and not group:shop", "tag:tier=1 or owner:\"team:sales\"", "roots(sinks())",
                "1+orders+2", "((orders))", "not not orders", "kind:java", "orders@2026-05-30#1", "2026-05-29..2026-05-31", "2026-05", "latest", "key:*_*");
    }

    @Override
    public void take(byte[] input) {
        String text = Target.text(input);
        Target.each(
                () -> AssetSelection.parse(text).toString(),
                () -> Reference.parse(text, shop.graph()),
                () -> plan("*", List.of(PartitionRequest.parse(text))),
                () -> plan(text, List.of()));
    }

    private void plan(String selection, List<PartitionRequest> partitions) {
        RunRequest request = RunRequest.of(EnvironmentName.MAIN, AssetSelection.parse(selection), Called.NOON)
                .partitions(partitions);
        new RunPlanner(shop.definitions(), shop.versions()).plan(request);
    }
}
