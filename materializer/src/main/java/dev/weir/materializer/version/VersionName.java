package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.PartitionKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name people type for a version: `raw_flights@2013-01-15#2`, or `planes#1` where the asset is not
/// partitioned.
///
/// @param number counts the versions of the asset partition from 1
public record VersionName(AssetKey asset, PartitionKey partition, long number) {

    private static final Pattern NAME = Pattern.compile("([^@#]+)(?:@([^#]+))?#([1-9][0-9]{0,17})");

    /// @throws IllegalArgumentException if the text is not the name of a version
    public static VersionName parse(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a version: write ASSET@PARTITION#NUMBER, as in raw_flights@2013-01-15#2"
                            .formatted(text));
        }
        String partition = name.group(2);
        return new VersionName(
                AssetKey.parse(name.group(1)),
                partition == null ? PartitionKey.UNPARTITIONED : new PartitionKey(partition),
                Long.parseLong(name.group(3)));
    }

    @Override
    public String toString() {
        return partition.isUnpartitioned() ? asset + "#" + number : asset + "@" + partition + "#" + number;
    }
}
