package dev.weir.cli.fuzz;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.spec.WrittenDuration;
import dev.weir.lineageui.view.LogText;
import dev.weir.materializer.run.CommandText;
import dev.weir.materializer.run.LaunchKey;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionName;
import dev.weir.metadata.DatabaseUrl;
import dev.weir.partitions.PartitionSet;
import java.util.List;

/// Short texts and bytes that something is read from.
final class Texts implements Target {

    private static final List<Class<?>> SMALL = List.of(String.class, int.class, long.class, double.class, boolean.class);

    @Override
    public List<byte[]> seeds() {
        return java.util.stream.Stream.concat(
                        Target.texts("1h30m", "250ms", "10s", "decimal(38,2)", "list<string>", "struct<a:int>",
                                "0190a8a0-0000-7000-8000-000000000001", "raw_flights@2013-01-15#2", "main", "weir plan 'a b' \\\n c",
                                "2026-11-22T05:39:04.464Z INFO  step=told attempt=1 logger=- log\n    more\n", "{\"a\": [1, 2.5]}",
                                "jdbc:postgresql://ana:x@db/weir?password=y", "-9223372036854775808", "1e999", "map<string,int>")
                        .stream(), List.of(PartitionSet.range(3, 900).toBytes(), PartitionSet.of(1, 7, 70000).toBytes())
                        .stream())
                .toList();
    }

    @Override
    public void take(byte[] input) {
        String text = Target.text(input);
        Target.each(
                () -> WrittenDuration.parse(text),
                () -> VersionName.parse(text),
                () -> new EnvironmentName(text),
                () -> new LaunchKey(text),
                () -> CommandText.of(CommandText.words(text)),
                () -> LogText.read(text.lines().toList()),
                () -> new DatabaseUrl(text).toString(),
                () -> new DatabaseUrl(text).password());
        for (Class<?> type : SMALL) {
            Target.each(() -> JsonValue.read(text, type));
        }
        Target.eachWithin(
                () -> ColumnType.parse(text),
                () -> Digest.parse(text),
                () -> RunId.parse(text),
                () -> VersionId.parse(text),
                () -> PartitionSet.fromBytes(input).size());
    }
}
