package dev.weir.lineageui.view;

import static dev.weir.lineageui.view.AssetStanding.FAILED;
import static dev.weir.lineageui.view.AssetStanding.FRESH;
import static dev.weir.lineageui.view.AssetStanding.MISSING;
import static dev.weir.lineageui.view.AssetStanding.REJECTED;
import static dev.weir.lineageui.view.AssetStanding.RUNNING;
import static dev.weir.lineageui.view.AssetStanding.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RootCausesTest {

    @Test
    void whatWaitsForACauseIsCountedThere() {
        assertThat(chain(FAILED, MISSING, STALE)).containsExactly("a0 failed 2");
    }

    @Test
    void whatWaitsForNothingIsACauseItself() {
        assertThat(chain(FRESH, STALE, STALE, FRESH, MISSING)).containsExactly("a1 stale 1", "a4 missing 0");
    }

    @Test
    void aCauseBehindACauseIsNamedToo() {
        assertThat(chain(REJECTED, STALE, FAILED, MISSING)).containsExactly("a2 failed 1", "a0 rejected 1");
    }

    @Test
    void whatARunIsAtWorkOnIsSeenTo() {
        assertThat(chain(RUNNING, STALE, MISSING)).isEmpty();
    }

    /// Each reads the one before.
    private static List<String> chain(AssetStanding... standings) {
        List<AssetKey> assets = IntStream.range(0, standings.length).mapToObj(i -> AssetKey.parse("a" + i)).toList();
        List<int[]> downstream = IntStream.range(0, standings.length)
                .mapToObj(i -> i + 1 < standings.length ? new int[] {i + 1} : new int[0])
                .toList();
        return RootCauses.of(assets, List.of(standings), downstream).stream()
                .map(cause -> "%s %s %d".formatted(cause.asset(), cause.standing().word(), cause.downstream()))
                .toList();
    }
}
