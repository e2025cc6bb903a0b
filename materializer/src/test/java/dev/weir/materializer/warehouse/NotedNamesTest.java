package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was renamed is told by the manifests as well, whatever becomes of the process that did it.
class NotedNamesTest {

    private static final UUID ID = new UUID(0, 7);
    private static final AssetKey RAW = AssetKey.parse("raw");
    private static final AssetKey ORDERS = AssetKey.parse("orders");
    private static final AssetKey SALES = AssetKey.parse("sales");

    private final Path folder;
    private final Warehouse warehouse;

    NotedNamesTest(@TempDir Path folder) {
        this.folder = folder;
        warehouse = Warehouse.open(folder, "flights");
    }

    @Test
    void whatIsRenamedIsNotedUnderTheNumberThatItTook() throws IOException {
        assertThat(noted(new Store(false, false)).rename(ORDERS, List.of(RAW))).contains(RAW);

        assertThat(files()).containsExactly("renamed/0000000000000000012-%s.json".formatted(ID));
        assertThat(warehouse.manifests().renamed()).containsExactly(new RenamedNote(RAW, ORDERS, 12));
    }

    @Test
    void whatNeedsNoOtherKeyIsNotNoted() throws IOException {
        assertThat(noted(new Store(true, false)).rename(ORDERS, List.of(RAW))).isEmpty();

        assertThat(files()).isEmpty();
    }

    @Test
    void whatNobodyHeardTheOutcomeOfIsSettledByTheStore() throws IOException {
        assertThatThrownBy(() -> noted(new Store(false, true)).rename(ORDERS, List.of(RAW))).hasMessage("connection lost");
        assertThat(files()).containsExactly(ID + ".rename.json");

        noted(new Store(true, false)).recover();

        assertThat(warehouse.manifests().renamed()).containsExactly(new RenamedNote(RAW, ORDERS, 12));
    }

    @Test
    void twoThatAreToldUnderOneNumberAreBothNoted() {
        NotedNames other = new NotedNames(warehouse, new Store(false, false), () -> 12, () -> new UUID(0, 8));

        noted(new Store(false, false)).rename(ORDERS, List.of(RAW));
        other.rename(SALES, List.of(AssetKey.parse("sold")));

        assertThat(warehouse.manifests().renamed())
                .containsExactlyInAnyOrder(
                        new RenamedNote(RAW, ORDERS, 12), new RenamedNote(AssetKey.parse("sold"), SALES, 12));
    }

    @Test
    void whatHasNotHappenedIsTakenAway() throws IOException {
        assertThatThrownBy(() -> noted(new Store(false, true)).rename(ORDERS, List.of(RAW))).hasMessage("connection lost");

        noted(new Store(false, false)).recover();

        assertThat(files()).isEmpty();
    }

    @Test
    void aKeyOfAnotherTimeIsFollowedThroughAllThatItHasBeenSince() {
        List<RenamedNote> notes =
                List.of(new RenamedNote(RAW, ORDERS, 5), new RenamedNote(ORDERS, SALES, 9), new RenamedNote(RAW, ORDERS, 12));

        assertThat(RenamedNote.since(notes, 5)).isEqualTo(Map.of(RAW, SALES, ORDERS, SALES));
        assertThat(RenamedNote.since(notes, 6)).isEqualTo(Map.of(RAW, ORDERS, ORDERS, SALES));
        assertThat(RenamedNote.since(notes, 13)).isEmpty();
    }

    private NotedNames noted(AssetNames store) {
        return new NotedNames(warehouse, store, () -> 12, () -> ID);
    }

    private List<String> files() throws IOException {
        Path manifests = folder.resolve("manifests");
        try (Stream<Path> all = Files.walk(manifests)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> manifests.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private record Store(boolean isRenamed, boolean fails) implements AssetNames {
        @Override
        public void readAs(AssetKey asset, List<AssetKey> former) {}

        @Override
        public Optional<AssetKey> formerOf(AssetKey asset, List<AssetKey> former) {
            return isRenamed ? Optional.empty() : Optional.of(former.getFirst());
        }

        @Override
        public Optional<AssetKey> rename(AssetKey asset, List<AssetKey> former) {
            if (fails) {
                throw new IllegalStateException("connection lost");
            }
            return formerOf(asset, former);
        }

        @Override
        public boolean knows(AssetKey asset) {
            return isRenamed;
        }
    }
}
