package dev.weir.checks;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetCatalog;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.RowType;
import dev.weir.checks.CheckLinker.Reading;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.List;
import java.util.Optional;

/// Finds the asset that the columns of a check refer to, and what is wrong on the way.
final class ReferenceLinker {

    private final AssetCatalog assets;
    private final Reading reading;

    ReferenceLinker(AssetCatalog assets, Reading reading) {
        this.assets = assets;
        this.reading = reading;
    }

    // As it was if it leads nowhere.
    ReadyMade.ReferenceTo linked(ReadyMade.ReferenceTo rule) {
        switch (assets.resolve(reading.prefix(), rule.asset())) {
            case Resolution.Found(AssetKey asset) -> {
                check(rule, assets.asset(asset));
                return new ReadyMade.ReferenceTo(rule.columnNames(), asset.toString(), rule.keys());
            }
            // Where the asset is to run after what it refers to, the graph has said so already.
            case Resolution.Unknown _, Resolution.Ambiguous _
            when reading.target().after().contains(rule.asset()) -> {}
            case Resolution.Unknown(List<AssetKey> nearMisses) ->
                reading.problems().add(CheckProblem.unknownReferred(reading.check(), rule.asset(), nearMisses));
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                reading.problems().add(CheckProblem.ambiguousReferred(reading.check(), rule.asset(), candidates));
        }
        return rule;
    }

    private void check(ReadyMade.ReferenceTo rule, AssetSpec referred) {
        if (!referred.output().form().isTabular()) {
            reading.problems().add(CheckProblem.noTableReferred(reading.check(), referred));
            return;
        }
        AssetSpec target = reading.target();
        if (!target.after().contains(rule.asset())
                && !CheckLinker.isReadBy(assets, target, referred)
                && PartitionMapping.derive(target.partitions(), referred.partitions())
                        .isEmpty()) {
            reading.problems().add(CheckProblem.unreachable(reading.check(), target, referred));
        }
        Optional<Schema> there = referred.output().row().map(RowType::schema);
        Optional<Schema> here = target.output().row().map(RowType::schema);
        for (int i = 0; there.isPresent() && i < rule.keys().size(); i++) {
            String name = rule.keys().get(i);
            Optional<Column> key = there.get().column(name);
            Optional<Column> column = Optional.empty();
            if (here.isPresent()) {
                column = here.get().column(rule.columnNames().get(i));
            }
            if (key.isEmpty()) {
                reading.problems().add(CheckProblem.unknownColumn(reading.check(), referred, name, there.get()));
            } else if (column.isPresent()
                    && !areComparable(column.get().type(), key.get().type())) {
                reading.problems()
                        .add(CheckProblem.unlike(reading.check(), target, column.get(), referred, key.get()));
            }
        }
    }

    private static boolean areComparable(ColumnType one, ColumnType other) {
        return one.equals(other) || (one.isNumeric() && other.isNumeric());
    }
}
