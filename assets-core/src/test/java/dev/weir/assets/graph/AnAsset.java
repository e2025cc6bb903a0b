package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Declares assets in tests: `asset("orders").reading("raw")`. Tables of untyped rows, unpartitioned, unless said
/// otherwise.
final class AnAsset {

    static final ValueType TABLE = new ValueType(Form.TABLE, Optional.empty(), "Table<?>");
    static final ValueType LONG = new ValueType(Form.JSON, Optional.empty(), "Long");
    static final ValueType STRING = new ValueType(Form.JSON, Optional.empty(), "String");
    static final ValueType NOTHING = new ValueType(Form.NOTHING, Optional.empty(), "void");

    private static final Computation NO_INPUTS =
            new Computation("org.example.Shop", "", 0, List.of(), Optional.empty(), Optional.empty());

    private AnAsset() {}

    static Builder asset(String key) {
        return new Builder(new AssetSpec(
                AssetKey.parse(key),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                with(NO_INPUTS, "org.example.Shop", AssetKey.parse(key).name(), List.of()),
                TABLE,
                Execution.PLAIN,
                List.of()));
    }

    static ValueType tableOf(String record, Column... columns) {
        RowType row = new RowType("org.example." + record, new Schema(List.of(columns)), 0);
        return new ValueType(Form.TABLE, Optional.of(row), "Table<" + record + ">");
    }

    static Column column(String name, ColumnType type) {
        return new Column(name, type, Nullability.NOT_NULL);
    }

    static PartitionsDefinition daily(String zone) {
        return new PartitionsDefinition.Time(new Cadence.Days(), LocalDate.of(2013, 1, 1), null, ZoneId.of(zone));
    }

    static PartitionsDefinition monthly(String zone) {
        return new PartitionsDefinition.Time(new Cadence.Months(), LocalDate.of(2013, 1, 1), null, ZoneId.of(zone));
    }

    static List<AssetSpec> specs(Builder... assets) {
        return Arrays.stream(assets).map(Builder::spec).toList();
    }

    static AssetGraph graph(Builder... assets) {
        return AssetGraph.of(specs(assets));
    }

    private static Computation with(
            Computation like, String declaringClass, String method, List<Parameter> parameters) {
        return new Computation(declaringClass, method, like.number(), parameters, like.query(), like.codeVersion());
    }

    record Builder(AssetSpec spec) {

        Builder reading(String... references) {
            Builder builder = this;
            for (String reference : references) {
                builder = builder.reading(reference, TABLE);
            }
            return builder;
        }

        Builder reading(String reference, ValueType type) {
            return reading(new InputSpec(parameterFor(reference), reference, type, Optional.empty()));
        }

        Builder reading(String reference, PartitionMapping mapping) {
            return reading(new InputSpec(parameterFor(reference), reference, TABLE, Optional.of(mapping)));
        }

        private Builder reading(InputSpec input) {
            List<Parameter> parameters = new ArrayList<>(spec.computation().parameters());
            parameters.add(new Parameter.Upstream(input));
            Computation before = spec.computation();
            return with(AnAsset.with(before, before.declaringClass(), before.method(), parameters));
        }

        Builder declaredBy(String declaringClass, String method) {
            return with(AnAsset.with(
                    spec.computation(),
                    declaringClass,
                    method,
                    spec.computation().parameters()));
        }

        Builder giving(ValueType output) {
            return new Builder(new AssetSpec(
                    spec.key(),
                    spec.description(),
                    spec.partitions(),
                    spec.computation(),
                    output,
                    spec.execution(),
                    spec.after()));
        }

        Builder partitioned(PartitionsDefinition partitions) {
            return new Builder(new AssetSpec(
                    spec.key(),
                    spec.description(),
                    partitions,
                    spec.computation(),
                    spec.output(),
                    spec.execution(),
                    spec.after()));
        }

        Builder after(String... references) {
            return new Builder(new AssetSpec(
                    spec.key(),
                    spec.description(),
                    spec.partitions(),
                    spec.computation(),
                    spec.output(),
                    spec.execution(),
                    List.of(references)));
        }

        Builder described(Description description) {
            return new Builder(new AssetSpec(
                    spec.key(),
                    description,
                    spec.partitions(),
                    spec.computation(),
                    spec.output(),
                    spec.execution(),
                    spec.after()));
        }

        private Builder with(Computation computation) {
            return new Builder(new AssetSpec(
                    spec.key(),
                    spec.description(),
                    spec.partitions(),
                    computation,
                    spec.output(),
                    spec.execution(),
                    spec.after()));
        }

        private static String parameterFor(String reference) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
    }
}
