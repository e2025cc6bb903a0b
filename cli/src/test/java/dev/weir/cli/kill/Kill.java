package dev.weir.cli.kill;

import dev.weir.materializer.publish.CrashPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How a process ends before its time.
sealed interface Kill {

    /// It halts itself when it passes a point for the n-th time.
    record At(CrashPoint point, int passage) implements Kill {}

    /// It is killed from outside a moment after it has said so many results.
    record Outside(int results, int milliseconds) implements Kill {}

    int FROM_OUTSIDE = 3;
    String OUTSIDE = "OUTSIDE";

    /// Under which name it is counted.
    default String place() {
        return switch (this) {
            case At(CrashPoint point, _) -> point.name();
            case Outside _ -> OUTSIDE;
        };
    }

    /// All names.
    static List<String> places() {
        List<String> places = new ArrayList<>();
        for (CrashPoint point : CrashPoint.values()) {
            places.add(point.name());
        }
        places.add(OUTSIDE);
        return places;
    }

    /// Every crash point once and some from outside, in an order that the seed decides.
    static List<Kill> everyPoint(Random random) {
        List<Kill> kills = new ArrayList<>();
        for (CrashPoint point : CrashPoint.values()) {
            kills.add(new At(point, isOfRecovery(point) ? 1 : 1 + random.nextInt(2)));
        }
        for (int i = 0; i < FROM_OUTSIDE; i++) {
            kills.add(new Outside(random.nextInt(20), random.nextInt(60)));
        }
        Collections.shuffle(kills, random);
        return kills;
    }

    /// Something for a recovery to do: this process leaves objects of a group that was never committed.
    static Kill leavingSomething(Random random) {
        List<CrashPoint> points = List.of(
                CrashPoint.P5_OBJECTS_PLACED, CrashPoint.P5_FOLDERS_SYNCED, CrashPoint.P6_BEFORE_COMMIT);
        return new At(points.get(random.nextInt(points.size())), 3);
    }

    static boolean isOfRecovery(CrashPoint point) {
        return point.name().startsWith("R");
    }
}
