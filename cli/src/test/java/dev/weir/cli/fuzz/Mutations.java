package dev.weir.cli.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/// Makes inputs out of others, the same ones for the same number.
final class Mutations {

    private static final int MOST = 4;
    private static final byte[] ODD = {0, -1, 127, -128, '"', '\\', '/', '.', '%', '\n', '{', '[', ':', ' ', '9', '-'};

    private final Random random;
    private final List<byte[]> seeds;

    Mutations(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] made = any();
        for (int left = 1 + random.nextInt(MOST); left > 0; left--) {
            made = changed(made);
        }
        return made;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] from) {
        int at = random.nextInt(from.length + 1);
        int to = Math.min(from.length, at + random.nextInt(9));
        return switch (random.nextInt(6)) {
            case 0 -> spliced(from, at, new byte[] {(byte) random.nextInt(256)}, Math.min(from.length, at + 1));
            case 1 -> spliced(from, at, new byte[] {ODD[random.nextInt(ODD.length)]}, at);
            case 2 -> spliced(from, at, new byte[0], to);
            case 3 -> spliced(from, at, java.util.Arrays.copyOfRange(from, at, to), at);
            case 4 -> spliced(from, at, part(any()), at);
            default -> spliced(from, at, new byte[0], from.length);
        };
    }

    private byte[] part(byte[] of) {
        int at = random.nextInt(of.length + 1);
        return java.util.Arrays.copyOfRange(of, at, at + random.nextInt(of.length - at + 1));
    }

    private static byte[] spliced(byte[] into, int at, byte[] part, int end) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.write(into, 0, at);
        made.writeBytes(part);
        made.write(into, end, into.length - end);
        return made.toByteArray();
    }
}
