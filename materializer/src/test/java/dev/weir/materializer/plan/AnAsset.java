package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Declares an asset in tests: `asset("orders").daily().reading("raw")`. A table, not partitioned unless said
/// otherwise.
public record AnAsset(AssetKey key, PartitionsDefinition partitions, List<Parameter> parameters, List<String> after) {

    private static final ValueType TABLE = new ValueType(Form.TABLE, Optional.empty(), "Table<?>");
    private static final LocalDate START = LocalDate.of(2013, 1, 1);
    private static final LocalDate END = LocalDate.of(2014, 1, 1);

    public static AnAsset asset(String key) {
        return new AnAsset(AssetKey.parse(key), new PartitionsDefinition.Unpartitioned(), List.of(), List.of());
    }

    public AnAsset daily() {
        return partitioned(new Cadence.Days(), START, END, "UTC");
    }

    public AnAsset monthly() {
        return partitioned(new Cadence.Months(), START, END, "UTC");
    }

    public AnAsset hourly() {
        return partitioned(new Cadence.Hours(), START, END, "UTC");
    }

    public AnAsset weekly() {
        return partitioned(new Cadence.Weeks(DayOfWeek.MONDAY), START, END, "UTC");
    }

    public AnAsset cutInto(String... keys) {
        return new AnAsset(
                key,
                new PartitionsDefinition.Static(
                        Arrays.stream(keys).map(PartitionKey::new).toList()),
                parameters,
                after);
    }

    public AnAsset partitioned(Cadence cadence, LocalDate start, @Nullable LocalDate end, String zone) {
        return new AnAsset(key, new PartitionsDefinition.Time(cadence, start, end, ZoneId.of(zone)), parameters, after);
    }

    public AnAsset reading(String... references) {
        AnAsset reader = this;
        for (String reference : references) {
            reader = reader.reading(reference, Optional.empty());
        }
        return reader;
    }

    public AnAsset reading(String reference, PartitionMapping mapping) {
        return reading(reference, Optional.of(mapping));
    }

    private AnAsset reading(String reference, Optional<PartitionMapping> mapping) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter.Upstream(new InputSpec(reference, reference, TABLE, mapping)));
        return new AnAsset(key, partitions, more, after);
    }

    public AnAsset readingItself() {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter.PreviousVersion(
                new InputSpec("before", key.toString(), TABLE, Optional.of(new PartitionMapping.Previous()))));
        return new AnAsset(key, partitions, more, after);
    }

    public AnAsset after(String... references) {
        return new AnAsset(key, partitions, parameters, List.of(references));
    }

    public AssetSpec spec() {
        return new AssetSpec(
                key,
                Description.NONE,
                partitions,
                new Computation("org.example.Flights", key.name(), 0, parameters, Optional.empty(), Optional.empty()),
                TABLE,
                Execution.PLAIN,
                after);
    }
}
