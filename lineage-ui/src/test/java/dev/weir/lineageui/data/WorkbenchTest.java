package dev.weir.lineageui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.TableQueries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {

    private static final DuckDb.Limits SMALL = new DuckDb.Limits(1, 64, 16);
    private static final String ENDLESS = "select count(*) from range(1000000000) a, range(1000000000) b where a.range % 7 = b.range % 11";

    @TempDir
    Path folder;

    private static Object ask(Workbench.Limits limits, List<Path> files, String sql) {
        try (Workbench workbench = new Workbench(limits)) {
            return workbench.ask("orders#1", files, db -> {
                try (TableQueries queries = TableQueries.over(db, Map.of())) {
                    return queries.answer(sql, 10).rows();
                }
            });
        }
    }

    private static Object ask(List<Path> files, String sql) {
        return ask(new Workbench.Limits(Duration.ofMinutes(1), 1, SMALL), files, sql);
    }

    @Test
    @Timeout(60)
    void whatTakesTooLongIsInterruptedAndTheNextIsAnswered() {
        try (Workbench workbench = new Workbench(new Workbench.Limits(Duration.ofSeconds(2), 1, SMALL))) {
            assertThatThrownBy(() -> workbench.ask("orders#1", List.of(), db -> {
                        try (TableQueries queries = TableQueries.over(db, Map.of())) {
                            return queries.answer(ENDLESS, 1);
                        }
                    }))
                    .isInstanceOfSatisfying(
                            WeirException.class,
                            problem -> assertThat(problem.problems().getFirst().code()).isEqualTo(ProblemCode.TOOK_TOO_LONG))
                    .hasMessage("To look at orders#1 took longer than 2 seconds, and was stopped. weir head, sql and diff take the time they need.");
            String next = workbench.ask("orders#1", List.of(), _ -> "next");
            assertThat(next).isEqualTo("next");
        }
    }

    @Test
    void whatNeedsTooMuchMemoryIsRefused() {
        assertThatThrownBy(() -> ask(List.of(), "select list(range || repeat('x', 100)) from range(10000000)"))
                .isInstanceOfSatisfying(
                        WeirException.class,
                        problem -> assertThat(problem.problems().getFirst().code()).isEqualTo(ProblemCode.OUT_OF_MEMORY))
                .hasMessage("To look at orders#1 takes more than the 64 MiB of memory that a page may have. weir head, sql and diff may have more.");
    }

    @Test
    void nothingIsReadOrWrittenButTheFilesInQuestion() throws Exception {
        Path seen = Files.writeString(folder.resolve("it's seen.csv"), "a\n1\n");
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n2\n");

        assertThat(ask(List.of(seen), "from read_csv('%s')".formatted(seen.toString().replace("'", "''"))))
                .isEqualTo(List.of(List.of(1L)));
        for (String statement : List.of(
                "from read_text('%s')".formatted(secret),
                "from read_csv('%s/*.csv')".formatted(folder),
                "from glob('%s/*')".formatted(folder),
                "from read_csv('http://127.0.0.1:1/a.csv')")) {
            assertThatThrownBy(() -> ask(List.of(seen), statement)).as(statement).hasMessageContaining("Permission Error");
        }
        assertThatThrownBy(() -> ask(List.of(seen), "copy (select 1) to '%s'".formatted(folder.resolve("out.csv"))))
                .isInstanceOf(WeirException.class);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }
}
