package dev.weir.cli.fuzz;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.cli.wiring.Workspace;
import dev.weir.materializer.kept.KeptFile;
import dev.weir.materializer.plan.Outlook;
import dev.weir.materializer.version.EnvironmentName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Files that are derived and kept, with a digest that fits whatever is in them.
final class KeptFiles implements Target {

    private static final Digest ABOUT = Digest.of(new byte[32]);
    private static final int HEAD = 3 * Integer.BYTES + 2 * Digest.BYTES;

    private final Path path = Memory.folder().resolve("kept");
    private final KeptFile file = new KeptFile(path);
    private final Workspace shop = Shop.OF_PROCESS.workspace();

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String at : List.of("2026-06-01T12:00:00Z", "2026-05-30T12:00:00Z")) {
            Outlook outlook = Outlook.of(
                    shop.definitions(), shop.versions(), EnvironmentName.MAIN, Instant.parse(at), Outlook.Watched.BY_NOBODY);
            file.write(ABOUT, outlook::write);
            try {
                byte[] whole = Files.readAllBytes(path);
                seeds.add(Arrays.copyOfRange(whole, HEAD, whole.length));
                seeds.add(whole);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return seeds;
    }

    @Override
    public void take(byte[] input) throws IOException {
        read(input);
        byte[] digest = new Hasher().add(input).finish().toBytes();
        read(ByteBuffer.allocate(HEAD + input.length)
                .putInt(0x57454B50)
                .putInt(1)
                .putInt(input.length)
                .put(ABOUT.toBytes())
                .put(digest)
                .put(input)
                .array());
    }

    private void read(byte[] bytes) throws IOException {
        Files.write(path, bytes);
        Optional<Outlook> _ = file.read(
                ABOUT,
                in -> Optional.of(Outlook.read(in, shop.definitions(), shop.versions(), EnvironmentName.MAIN)));
    }
}
