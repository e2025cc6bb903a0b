package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.partitions.PartitionKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Spells keys as names of files and folders: two keys never have one name, also where a file system takes upper and
/// lower case for the same, composes accents its own way, or reserves names for devices. Lower-case letters, digits, `_`
/// and `-` stand for themselves; all else is `%` and two lower-case hexadecimal digits for each byte of its UTF-8.
final class PathName {

    /// The folder of the one partition of an asset that is not partitioned. No key is spelled like this: what follows a
    /// `%` there is a number.
    static final String UNPARTITIONED = "%all";

    // Between the segments of an asset key. URLs and shells take it as it is, and no segment holds it.
    private static final String SEGMENTS = "~";

    // File systems end at 255 bytes.
    private static final int LONGEST = 180;
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");
    private static final HexFormat HEX = HexFormat.of();

    private PathName() {}

    static String of(AssetKey asset) {
        return shortened(asset.path().stream().map(PathName::encoded).collect(Collectors.joining(SEGMENTS)));
    }

    static String of(PartitionKey partition) {
        return partition.isUnpartitioned() ? UNPARTITIONED : shortened(encoded(partition.value()));
    }

    private static String encoded(String text) {
        StringBuilder name = new StringBuilder(text.length() + 8);
        boolean device = DEVICES.contains(text.toLowerCase(Locale.ROOT));
        text.codePoints().forEach(character -> {
            if (isPlain(character) && !(device && name.isEmpty())) {
                name.append((char) character);
            } else {
                escape(character, name);
            }
        });
        return name.toString();
    }

    private static boolean isPlain(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '-';
    }

    private static void escape(int character, StringBuilder name) {
        if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
            // Half a character has no UTF-8; without this all halves would be spelled '?'.
            name.append("%s").append(HEX.toHexDigits((char) character));
            return;
        }
        for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            name.append('%').append(HEX.toHexDigits(part));
        }
    }

    // A long name is cut and told apart by the digest of the whole; no other name holds "%-".
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        Digest whole = new Hasher().add(name).finish();
        return name.substring(0, LONGEST - 2 - 2 * Digest.BYTES) + "%-" + whole;
    }
}
