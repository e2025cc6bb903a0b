package dev.weir.cli.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.cli.wiring.Sources;
import dev.weir.lineageui.api.Declarations.Wrong;
import dev.weir.lineageui.view.SourceExcerpt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongSourcesTest {

    @TempDir
    Path folder;

    @Test
    void whatMavenSaysTwiceIsWrongOnce() throws Exception {
        Path source = Files.writeString(folder.resolve("Shop.java"), "class Shop {\n    Tabel<Order> more() {\n");
        Problem summary = Problem.of(ProblemCode.SOURCE_DOES_NOT_COMPILE, "Project shop does not compile: Maven says above why.");
        String said = """
                [ERROR] COMPILATION ERROR :
                [ERROR] FILE:[2,5] error: cannot find symbol
                  symbol:   class Tabel
                  location: class Shop
                [ERROR] Failed to execute goal compile on project shop: Compilation failure
                [ERROR] FILE:[2,5] error: cannot find symbol
                [ERROR]   symbol:   class Tabel
                [ERROR]   location: class Shop
                [ERROR] -> [Help 1]
                """.replace("FILE", source.toString());

        assertThat(new WrongSources(new Sources(Set.of(folder))).of(List.of(summary), said))
                .containsExactly(new Wrong(
                        ProblemCode.SOURCE_DOES_NOT_COMPILE,
                        "cannot find symbol\n  symbol:   class Tabel\n  location: class Shop",
                        Optional.of(new SourceExcerpt(
                                "Shop.java", 2, OptionalInt.of(5), 1, List.of("class Shop {", "    Tabel<Order> more() {")))));
    }

    @Test
    void whatIsWrongWithAPomIsSaidOnceAndWhere() throws Exception {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "<project>\n  <dependencies>\n  </dependencie>\n");
        String said = """
                [ERROR] [ERROR] Some problems were encountered while processing the POMs:
                [FATAL] Non-parseable POM FILE: end tag name </dependencie> must match <dependencies> @ line 3, column 17
                 @
                [ERROR] The build could not read 1 project -> [Help 1]
                [ERROR]
                [ERROR]   The project  (FILE) has 1 error
                [ERROR]     Non-parseable POM FILE: end tag name </dependencie> must match <dependencies> @ line 3, column 17 -> [Help 2]
                [ERROR]
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                """.replace("FILE", pom.toString());

        assertThat(wrong(said)).containsExactly(new Wrong(
                ProblemCode.SOURCE_DOES_NOT_COMPILE,
                "end tag name </dependencie> must match <dependencies>",
                Optional.of(new SourceExcerpt(
                        "pom.xml", 3, OptionalInt.of(17), 1, List.of("<project>", "  <dependencies>", "  </dependencie>")))));
    }

    @Test
    void whatMavenSaysOfNoPlaceIsSaidInItsFirstWords() {
        String said = """
                [ERROR] Failed to execute goal on project shop: Could not find artifact org.acme:acme:jar:1.0 -> [Help 1]
                [ERROR]
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                """;

        assertThat(wrong(said)).containsExactly(new Wrong(
                ProblemCode.SOURCE_DOES_NOT_COMPILE,
                "Failed to execute goal on project shop: Could not find artifact org.acme:acme:jar:1.0",
                Optional.empty()));
    }

    private List<Wrong> wrong(String said) {
        Problem summary = Problem.of(ProblemCode.SOURCE_DOES_NOT_COMPILE, "Project shop does not compile: Maven says above why.");
        return new WrongSources(new Sources(Set.of(folder))).of(List.of(summary), said);
    }

    @Test
    void whatStandsNowhereIsSaidWithoutAPlace() {
        Problem problem = Problem.of(ProblemCode.UNKNOWN_POOL, "Asset orders: there is no pool warehous.");

        assertThat(new WrongSources(new Sources(Set.of())).of(List.of(problem), ""))
                .containsExactly(new Wrong(ProblemCode.UNKNOWN_POOL, problem.message(), Optional.empty()));
    }
}
