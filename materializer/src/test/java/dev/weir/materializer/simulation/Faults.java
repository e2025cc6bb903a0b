package dev.weir.materializer.simulation;

import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.simulation.Strand.Died;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What goes wrong, and when: decided by chance at every operation of a process on the world around it. How often which
/// fault comes differs from one seed to the next, so that each kind also meets quiet histories.
final class Faults {

    private static final int[] RARITIES = {100, 400, 2_000, Integer.MAX_VALUE};

    /// The places that are passed below the simulated authors; the others are where a process asks the store, which may
    /// be its last word anyway.
    static final List<CrashPoint> PASSED = Arrays.stream(CrashPoint.values())
            .filter(point -> point.name().matches("(P2|P5|P7|P8|R|C).*"))
            .toList();

    /// Pauses here let a publication go on side by side with a recovery that takes it for dead, or with garbage collection.
    private static final Set<CrashPoint> OVERLAPPING = EnumSet.of(
            CrashPoint.P5_SEGMENT_DURABLE, CrashPoint.P5_OBJECTS_PLACED, CrashPoint.R1_OBJECT_REMOVED, CrashPoint.R3_SEGMENT_REMOVED);

    /// What is asked again until there is an answer: each history may have one of them that is lost often.
    private static final List<String> INSISTENT = List.of("commit", "finish", "enter", "leave");

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(90);
    private static final int OFTEN = 3;
    private static final Duration WITHIN_A_LEASE = Duration.ofSeconds(20);

    private final Loop loop;
    private final RandomGenerator random;
    private final Duration over;
    private final Toll toll;
    private final int othersFirst;
    private final int crashes;
    private final int pauses;
    private final int losses;
    private final int stalls;
    private final CrashPoint crashesAt;
    private final Set<CrashPoint> pausesAt = EnumSet.noneOf(CrashPoint.class);
    private final String oftenLost;
    private final Duration awayFrom;
    private final Duration awayUntil;

    /// @param over when they are over
    Faults(Loop loop, RandomGenerator random, Duration over, Toll toll) {
        this.toll = toll;
        this.loop = loop;
        this.random = random;
        this.over = over;
        othersFirst = 2 << random.nextInt(5);
        crashes = rarity(4);
        pauses = rarity(4);
        losses = rarity(1) / 4;
        stalls = rarity(1);
        crashesAt = anyPoint();
        for (int points = random.nextInt(4); points > 0; points--) {
            pausesAt.add(anyPoint());
        }
        oftenLost = random.nextInt(2) == 0 ? INSISTENT.get(random.nextInt(INSISTENT.size())) : "";
        if (random.nextInt(6) == 0) {
            pausesAt.addAll(OVERLAPPING);
        }
        awayFrom = upTo(over.multipliedBy(2));
        awayUntil = awayFrom.plus(upTo(Duration.ofSeconds(60)));
    }

    private CrashPoint anyPoint() {
        return PASSED.get(random.nextInt(PASSED.size()));
    }

    private int rarity(int factor) {
        int rarity = RARITIES[random.nextInt(RARITIES.length)];
        return rarity == Integer.MAX_VALUE ? rarity : rarity * factor;
    }

    boolean areOver() {
        return !loop.isBefore(over);
    }

    boolean oneIn(int rarity) {
        return !areOver() && random.nextInt(rarity) == 0;
    }

    Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }

    /// Every operation of a process passes here: it may be the last one, or others may go first.
    void before(SimulatedProcess process, String what) {
        if (process.isDead()) {
            throw new Died();
        }
        if (loop.trace().isWanted()) {
            loop.trace(what);
        }
        if (oneIn(crashes)) {
            crash(process);
        }
        if (oneIn(pauses)) {
            pause(process);
        } else if (random.nextInt(othersFirst) == 0) {
            loop.sleep(Duration.ofMillis(random.nextInt(20)));
        }
    }

    /// Passes a place that has a name. Each history has one where processes like to crash and some where they like to
    /// pause: what takes two mishaps to go wrong would hardly ever happen otherwise.
    void at(CrashPoint point, SimulatedProcess process) {
        before(process, point.name());
        if (point == crashesAt && oneIn(3)) {
            toll.crashedAt(point);
            crash(process);
        }
        if (pausesAt.contains(point) && oneIn(2)) {
            pause(process);
        }
    }

    private void crash(SimulatedProcess process) {
        loop.trace("crashes");
        toll.count(Toll.Event.CRASH);
        process.kill();
        throw new Died();
    }

    private void pause(SimulatedProcess process) {
        Duration pause = Duration.ofSeconds(1).plus(upTo(random.nextBoolean() ? LONGEST_PAUSE : WITHIN_A_LEASE));
        loop.trace("its process pauses for " + pause);
        toll.count(Toll.Event.PAUSE);
        process.pause(pause);
        loop.sleep(pause);
    }

    void beforeRequest(SimulatedProcess process, String what) {
        before(process, what);
        travel(what, "request", Toll.Event.LOST_REQUEST);
    }

    void beforeReply(SimulatedProcess process, String what) {
        travel(what, "reply to", Toll.Event.LOST_REPLY);
        before(process, what + " answered");
    }

    private void travel(String question, String part, Toll.Event loss) {
        String what = part + " " + question;
        if (oneIn(stalls)) {
            loop.trace(what + " stalls");
            toll.count(Toll.Event.STALL);
            loop.sleep(upTo(Duration.ofSeconds(20)));
        }
        boolean away = !areOver() && !loop.isBefore(awayFrom) && loop.isBefore(awayUntil);
        if (away || oneIn(question.equals(oftenLost) ? OFTEN : losses)) {
            loop.trace(what + " is lost");
            toll.count(loss);
            throw new ConnectionLost(what);
        }
    }
}
