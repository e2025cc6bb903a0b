package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewFollowerTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Groups.NOON);
    private final InstantSource clock = now::get;
    private final Path catalog;
    private final Store store;
    private final ViewProjector projector;

    ViewFollowerTest(@TempDir Path folder) {
        catalog = folder.resolve("view/main/_catalog.json");
        store = new Store(Warehouse.open(folder, "flights"));
        projector = store.projector();
        projector.project();
    }

    @Test
    void aShortRunIsShownWhenItEnds() {
        ViewFollower follower = new ViewFollower(store.files(), projector, clock);
        store.publish(follower, Store.table("a", 0, "a1"));
        store.publish(follower, Store.table("a", 0, "a2"));
        assertThat(catalog).doesNotExist();

        follower.close();

        assertThat(catalog).content().contains("\"sequence\":2");
    }

    @Test
    void aLongRunIsShownAsItGoes() {
        ViewFollower follower = new ViewFollower(store.files(), projector, clock);
        now.set(Groups.NOON.plus(Duration.ofSeconds(1)));

        store.publish(follower, Store.table("a", 0, "a1"));
        follower.awaitProjection();

        assertThat(catalog).content().contains("\"sequence\":1");
        // Not due again: the clock stands still.
        store.publish(follower, Store.table("a", 0, "a2"));
        follower.awaitProjection();
        assertThat(catalog).content().contains("\"sequence\":1");
    }
}
