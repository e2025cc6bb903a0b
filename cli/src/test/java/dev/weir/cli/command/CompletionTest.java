package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weir.cli.Called;
import dev.weir.cli.Main;
import dev.weir.cli.argument.Syntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), """
                @Assets(group = "shop", owners = "team:sales", tags = "daily")
                class Shop {
                    @Asset List<Integer> orders() { return List.of(1, 2); }
                    @Asset int orderCount(List<Integer> orders) { return orders.size(); }
                }
                """);
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("weir.yaml"), "jobs: {nightly: {select: 'group:shop'}}\n");
    }

    @Test
    void aLineWithoutACommandIsContinuedByOne() {
        assertThat(complete("v")).containsExactly("validate", "version", "versions");
        assertThat(complete("--json", "runs")).containsExactly("runs");
        assertThat(complete("run")).containsExactly("run", "runs");
        assertThat(complete("run", "")).containsExactly("cancel", "resume", "retry", "show");
        assertThat(complete("db", "m")).containsExactly("migrate");
        assertThat(complete("ser")).containsExactly("server");
        assertThat(complete("g")).containsExactly("gc", "graph");
        assertThat(complete("gc", "-")).containsExactly("--delete", "--env", "--help", "--json", "--keep", "--project", "-f");
        assertThat(complete("doc")).containsExactly("doctor");
        assertThat(complete("doctor", "--re")).containsExactly("--rebuild");
        assertThat(complete("nonsense", "")).isEmpty();
    }

    @Test
    void optionsAreThoseOfTheCommandAndOfEveryCommand() {
        assertThat(complete("head", "-")).containsExactly("--csv", "--env", "--help", "--json", "--project", "--quarantined", "--rejected", "-f", "-n");
        assertThat(complete("--p")).containsExactly("--project");
    }

    @Test
    void valuesOfOptionsAreCompletedWhereThereAreSome() {
        assertThat(complete("graph", "--format", "m")).containsExactly("mermaid");
        assertThat(complete("plan", "--partition", "")).containsExactly("latest", "missing");
        assertThat(complete("-f", "S")).containsExactly("Shop.java");
        assertThat(complete("list", "-f", "")).containsExactly("Shop.java", "src/");
        assertThat(complete("--project", "")).containsExactly("src/");
        assertThat(complete("runs", "--limit", "")).isEmpty();
        assertThat(complete("rollback", "--run", "l")).containsExactly("latest");
    }

    @Test
    void assetsAreThoseOfTheProjectThatTheLineNames() {
        assertThat(complete("-f", "Shop.java", "show", "")).containsExactly("order_count", "orders");
        assertThat(complete("-f", "Shop.java", "show", "orders", "")).isEmpty();
        assertThat(complete("-f", "Shop.java", "rollback", "ord")).containsExactly("order_count", "orders");
        assertThat(complete("rel")).containsExactly("release");
        assertThat(complete("show", "-f", "Nowhere.java", "")).isEmpty();
        assertThat(complete("logs", "-f", "Shop.java", "latest", "orders")).containsExactly("orders");
    }

    @Test
    void selectionsMayBeAssetsAndWhatTheyHaveInCommon() {
        assertThat(complete("-f", "Shop.java", "list", "+ord")).containsExactly("+order_count", "+orders");
        assertThat(complete("-f", "Shop.java", "list", "orders", "group:")).containsExactly("group:shop");
        assertThat(complete("-f", "Shop.java", "plan", "t")).containsExactly("tag:daily");
        assertThat(complete("-f", "Shop.java", "plan", "job:")).containsExactly("job:nightly");
        assertThat(complete("-f", "Shop.java", "plan", "owner:")).containsExactly("owner:team:sales");
        assertThat(complete("-f", "Shop.java", "plan", "status:m")).containsExactly("status:missing");
    }

    @Test
    void codesAndShellsAreWordsToo() {
        assertThat(complete("explain", "UNKNOWN_U")).containsExactly("UNKNOWN_UPSTREAM");
        assertThat(complete("completion", "")).containsExactly("bash", "fish", "zsh");
    }

    @Test
    void foldersAreCompletedToo() throws IOException {
        Files.createDirectory(folder.resolve("backups"));

        assertThat(complete("restore", "back")).containsExactly("backups/");
    }

    @Test
    void everyKindOfWordIsCompletedOrKnownNotToBe() {
        Set<String> completed = Set.of("SELECTION", "ASSET", "VERSION", "ASSET FILES", "RUN", "RUN [STEP]", "CODE", "SHELL", "FOLDER");
        Set<String> anything = Set.of("", "QUERY", "NAME");

        for (Syntax syntax : Commands.syntaxes()) {
            String label = syntax.words().label();
            assertThat(completed.contains(label) || anything.contains(label))
                    .as("%s %s: complete it in Completion, or list it here", syntax.command(), label)
                    .isTrue();
        }
    }

    @Test
    void anotherShellIsRefused() {
        Called called = Called.in(folder, "completion", "bsh");

        assertThat(called.err()).isEqualTo("weir: There is no completion for bsh: name bash, zsh or fish.\n");
        assertThat(called.status()).isEqualTo(2);
    }

    @Test
    void bashCompletesAlsoBehindAColon() throws IOException, InterruptedException {
        String script = """
                source "$1"
                COMP_LINE='weir -f Shop.java list orders group:s' COMP_POINT=${#COMP_LINE}
                COMP_WORDS=(weir -f Shop.java list orders group : s) COMP_CWORD=7
                _weir
                echo "${#COMPREPLY[@]} ${COMPREPLY[*]}"
                COMP_LINE='weir completion ' COMP_POINT=${#COMP_LINE}
                _weir
                echo "${#COMPREPLY[@]} ${COMPREPLY[*]}"
                complete -p weir
                """;

        assertThat(in("bash", script)).isEqualTo("1 shop\n3 bash fish zsh\ncomplete -F _weir weir\n");
    }

    @Test
    void fishCompletes() throws IOException, InterruptedException {
        String script = """
                source $argv[1]
                complete -C 'weir -f Shop.java show ord'
                complete -C 'weir completion '
                """;

        // In which order it shows them is fish's own business.
        assertThat(in("fish", script).lines())
                .containsExactlyInAnyOrder("order_count", "orders", "bash", "zsh", "fish");
    }

    @Test
    void zshReadsTheScript() throws IOException, InterruptedException {
        String script = """
                compdef() { print -r -- "compdef $*" }
                compadd() { [[ $1 == -S ]] && shift 2; print -r -- ${(P)2} }
                source "$1"
                words=(weir -f Shop.java show ord) CURRENT=5
                _weir
                words=(weir --project '') CURRENT=3
                _weir
                """;

        assertThat(in("zsh", script)).isEqualTo("compdef _weir weir\norder_count orders\nsrc/\n");
    }

    private List<String> complete(String... typed) {
        List<String> words = new ArrayList<>(List.of("completion", "words", "--"));
        words.addAll(List.of(typed));
        Called called = Called.in(folder, words.toArray(String[]::new));
        assertThat(called.err()).isEmpty();
        return called.out().lines().toList();
    }

    /// Runs a script in a shell that finds a `weir`, and the path of the shell's completion as its first argument.
    private String in(String shell, String script) throws IOException, InterruptedException {
        Path program = programOf(shell);
        Path weir = folder.resolve("src/weir");
        Files.writeString(weir, "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n".formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path"), Main.class.getName()));
        weir.toFile().setExecutable(true);
        Path completion = folder.resolve("src/completion");
        Files.writeString(completion, Called.in(folder, "completion", shell).out());
        List<String> words = new ArrayList<>(List.of(program.toString(), "-c", script));
        if (!shell.equals("fish")) {
            words.add(shell);
        }
        words.add(completion.toString());
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PATH", folder.resolve("src") + ":" + System.getenv("PATH"), "HOME", folder.toString()));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private static Path programOf(String name) {
        for (String on : System.getenv("PATH").split(":")) {
            Path program = Path.of(on, name);
            if (Files.isExecutable(program)) {
                return program.toAbsolutePath();
            }
        }
        return fail("%s is not installed, and its completion is tested with the real shell: apt-get install %s, or run .ci/run, which installs it"
                .formatted(name, name));
    }
}
