package dev.weir.materializer.project;

import dev.weir.assets.Asset;
import dev.weir.assets.AssetProvider;
import dev.weir.checks.Check;
import java.nio.charset.StandardCharsets;

/// Tells whether a class file declares assets or checks, from the constants in it alone.
final class Declarations {

    private static final byte[][] MARKS = {
        mark(Asset.class),
        mark(Check.class),
        AssetProvider.class.getName().replace('.', '/').getBytes(StandardCharsets.UTF_8)
    };

    private Declarations() {}

    static boolean standIn(byte[] classFile) {
        for (byte[] mark : MARKS) {
            if (contains(classFile, mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] file, byte[] mark) {
        for (int at = 0; at <= file.length - mark.length; at++) {
            if (file[at] == mark[0] && java.util.Arrays.equals(file, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] mark(Class<?> annotation) {
        return ("L" + annotation.getName().replace('.', '/') + ";").getBytes(StandardCharsets.UTF_8);
    }
}
