package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.ProblemKind;
import dev.weir.cli.Called;
import dev.weir.lineageui.view.ProblemPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page about problems, and the command that prints from it.
class ExplainTest {

    private static final Pattern SECTION = Pattern.compile("(?m)^### (.*)$");

    @TempDir
    Path folder;

    @Test
    void everyCodeHasASectionAndNoSectionIsAboutAnother() throws IOException {
        String page = Files.readString(Path.of("../docs/reference/problems.md"));

        assertThat(SECTION.matcher(page).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ProblemCode.values()).map(Enum::name).toList());
        for (ProblemKind kind : ProblemKind.values()) {
            assertThat(page).contains("\n## " + kind + ": ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSectionSaysTheExitStatusWhatItMeansAndHowItReads(ProblemCode code) {
        Explanation explanation = Explanation.of(code);

        assertThat(explanation.text())
                .startsWith("Exit %d. ".formatted(code.kind().exitStatus()))
                .containsPattern("\n\n    \\S");
        assertThat(explanation.inShort()).endsWith(".").doesNotContain("Exit");
    }

    @Test
    void aCodeIsExplainedHoweverItIsTyped() {
        Called called = Called.in(folder, "explain", "unknown-upstream");

        assertThat(called.out()).isEqualTo("""
                UNKNOWN_UPSTREAM

                Exit 2. A parameter of an asset or a check, or a check that refers to another asset, names one that no class declares.

                    Asset daily_delays depends on raw_flight, which is not declared. Did you mean raw_flights?

                Rename the parameter, name the asset with `@From("…")`, or declare it. A class only counts if it was compiled with Weir's annotation
                processor. See @From.
                """);
        assertThat(called.status()).isZero();
    }

    @Test
    void withoutACodeAllAreListed() {
        List<String> lines = Called.in(folder, "explain").out().lines().toList();

        assertThat(lines).hasSize(ProblemCode.values().length + 1);
        assertThat(lines.getLast()).matches("INTERNAL +70 +Something that must not happen has happened\\.");
    }

    @Test
    void anUnknownCodeIsNamedWithWhatWasMeant() {
        Called called = Called.in(folder, "explain", "UNKNOWN_UPSTREAMS");

        assertThat(called.err())
                .isEqualTo("weir: There is no problem UNKNOWN_UPSTREAMS. Did you mean UNKNOWN_UPSTREAM?\n");
        assertThat(called.status()).isEqualTo(2);
    }

    @Test
    void programsAreToldWhereAProblemIsExplained() {
        assertThat(ProblemPage.section(ProblemCode.NO_PROJECT)).isEqualTo("docs/reference/problems.md#no_project");
        assertThat(Called.in(folder, "list", "--json").out())
                .contains("\"docs\" : \"docs/reference/problems.md#no_project\"");
    }
}
