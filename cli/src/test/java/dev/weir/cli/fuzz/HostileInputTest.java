package dev.weir.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever others write, Weir says what is wrong with it: no stack trace, no fault of its own, no second of work, nothing
/// outside of its folders.
class HostileInputTest {

    private static final int MUTATED = Integer.getInteger("weir.hostile.mutated", 1_000);
    private static final long SEED = Long.getLong("weir.hostile.seed", 1);
    private static final int GUIDED = Integer.getInteger("weir.fuzz", 0);
    // What it tries depends on the machine too: the build shows that it works, and leaves finding to long runs.
    private static final int GUIDED_IN_BUILD = 300;
    private static final Optional<Path> RESULTS =
            Optional.ofNullable(System.getProperty("weir.fuzz.results")).map(Path::of);

    // Those of the long runs; all if there is no such property.
    private static final Set<Target.Named> TARGETS = Optional.ofNullable(System.getProperty("weir.fuzz.targets"))
            .map(names -> Stream.of(names.split(",")).map(Target.Named::valueOf).collect(Collectors.toSet()))
            .orElse(EnumSet.allOf(Target.Named.class));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    // What hangs would otherwise be looked for in vain.
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ParameterizedTest
    @EnumSource
    void whatBrokeItOnceAndWhatIsMadeOfRealValuesIsTaken(Target.Named name) throws Exception {
        Target target = name.make();
        List<byte[]> known = Corpus.of(name, target);
        for (byte[] input : known) {
            take(target, input);
        }

        Mutations mutations = new Mutations(SEED, known);
        for (int i = 0; i < MUTATED; i++) {
            take(target, mutations.next());
        }
    }

    private static void take(Target target, byte[] input) {
        try {
            Fuzzing.take(target, input);
        } catch (Throwable broken) {
            throw new AssertionError("The input was, in hexadecimal, " + HexFormat.of().formatHex(input), broken);
        }
    }

    @Test
    void aFuzzerThatSeesWhereItsInputsLeadFindsNothing() throws Exception {
        FuzzResults results = new FuzzResults(RESULTS);
        List<FuzzResults.Part> parts = GUIDED > 0
                ? results.missing(GUIDED, TARGETS)
                : List.of(new FuzzResults.Part(Target.Named.TEXTS, 1, GUIDED_IN_BUILD));
        Path memory = RESULTS.map(file -> Path.of(file + ".fuzz")).orElse(folder);
        for (FuzzResults.Part part : parts) {
            String found = new FuzzerJvm(part.target(), memory).run(part.inputs(), part.seed());
            assertThat(found).as(part + ", in " + memory).isEmpty();
            results.add(part);
        }
        System.out.println(results.summary());
    }
}
