package dev.weir.cli.fuzz;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.materializer.warehouse.ObjectStore;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionRequest;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.UnknownPartitionException;
import dev.weir.partitions.time.Cadence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Keys of assets and partitions, and the paths that are made of them.
final class Keys implements Target {

    private static final Path ROOT = Path.of("/warehouse");
    private static final Digest DIGEST = Digest.of(new byte[32]);
    private static final AssetKey ASSET = AssetKey.parse("orders");

    private final List<PartitionsDefinition> definitions = List.of(
            new PartitionsDefinition.Unpartitioned(),
            time(new Cadence.Hours()),
            time(new Cadence.Days()),
            time(new Cadence.Weeks(java.time.DayOfWeek.MONDAY)),
            time(new Cadence.Months()));

    private static PartitionsDefinition time(Cadence cadence) {
        return new PartitionsDefinition.Time(cadence, LocalDate.of(2013, 1, 1), null, ZoneId.of("America/New_York"));
    }

    @Override
    public List<byte[]> seeds() {
        return Target.texts("raw_flights", "shop/orders", "2013-01-15", "2013-01-15T02:00-05:00", "2013-W03", "2013-01",
                "../../etc/passwd", "con", "a b%2f~", "2013-01..2013-03", "latest", "", ".", "é", "2013-11-03T01:00-04:00");
    }

    @Override
    public void take(byte[] input) {
        String text = Target.text(input);
        Target.each(
                () -> isBelowItsFolder(AssetKey.parse(text), new PartitionKey("x")),
                () -> isBelowItsFolder(ASSET, new PartitionKey(text)),
                () -> PartitionRequest.parse(text).toString());
        for (PartitionsDefinition definition : definitions) {
            ordinal(definition, text);
        }
    }

    private static void ordinal(PartitionsDefinition definition, String text) {
        try {
            int ordinal = definition.ordinalOf(new PartitionKey(text));
            PartitionKey key = definition.keyOf(ordinal);
            if (definition.ordinalOf(key) != ordinal) {
                throw new AssertionError("%s is %s, which is another".formatted(text, key));
            }
        } catch (UnknownPartitionException | IllegalArgumentException refusal) {
            Target.refused(refusal);
        }
    }

    private static void isBelowItsFolder(AssetKey asset, PartitionKey partition) {
        Path object = ROOT.resolve(ObjectStore.objectPath(asset, partition, 0, DIGEST));
        if (!object.equals(object.normalize()) || !object.startsWith("/warehouse/objects") || object.getNameCount() != 5) {
            throw new AssertionError("%s and %s lie in %s".formatted(asset, partition, object));
        }
    }
}
