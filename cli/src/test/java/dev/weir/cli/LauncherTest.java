package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script `weir` of a distribution. Its Java is a fake that prints what it was started with.
class LauncherTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path lib;

    @BeforeEach
    void aDistributionWithArchivesOfItsClasses() throws Exception {
        Path home = folder.resolve("a weir");
        lib = Files.createDirectories(home.resolve("lib"));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("..", "weir"), bin.resolve("weir"));
        Path java = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        for (String program : List.of("java", "javac")) {
            program(java.resolve(program), "printf '%s\\n' \"$@\"");
        }
        write("h2.jar", "12345", BUILT);
        write("weir-cli.jar", "123", BUILT);
        for (String archive : List.of("look.aot", "run.aot")) {
            write(archive, "classes", BUILT.plusSeconds(1));
        }
        Files.writeString(lib.resolve("weir.aot.jars"), lib + " 5 3");
    }

    @Test
    void aCommandThatLooksTakesTheSmallArchiveAndOneThatRunsAssetsTheOther() throws Exception {
        assertThat(started("list")).contains("-XX:AOTCache=" + lib.resolve("look.aot"));
        assertThat(started("--project", "x", "materialize")).contains("-XX:AOTCache=" + lib.resolve("run.aot"));
    }

    @Test
    void anArchiveOfOtherJarsIsLeftAlone() throws Exception {
        write("h2.jar", "54321", BUILT.plusSeconds(2));
        assertThat(started("list")).as("a newer jar").noneMatch(word -> word.contains("AOTCache"));

        write("h2.jar", "1234", BUILT.minusSeconds(2));
        assertThat(started("list")).as("an older jar of another size").noneMatch(word -> word.contains("AOTCache"));
    }

    @Test
    void anArchiveOfAnotherPlaceIsLeftAlone() throws Exception {
        Files.move(folder.resolve("a weir"), folder.resolve("moved"));
        lib = folder.resolve("moved/lib");

        assertThat(started("list")).contains("-cp").noneMatch(word -> word.contains("AOTCache"));
    }

    @Test
    void withoutAnArchiveWeirStartsAsWell() throws Exception {
        Files.delete(lib.resolve("look.aot"));

        assertThat(started("list"))
                .containsSubsequence("-cp", lib.resolve("weir-cli.jar").toString(), "dev.weir.cli.Main", "list")
                .noneMatch(word -> word.contains("AOTCache"));
    }

    @Test
    void aNamedFolderThatIsNoJdkIsSaid() throws Exception {
        Path wrong = Files.createDirectories(folder.resolve("no-jdk"));
        ProcessBuilder weir = new ProcessBuilder("sh", lib.resolveSibling("bin/weir").toString(), "list");
        weir.environment().put("WEIR_JAVA_HOME", wrong.toString());
        weir.environment().put("JAVA_HOME", folder.resolve("jdk").toString());

        Process process = weir.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

        assertThat(process.errorReader().readAllLines())
                .containsExactly("weir: WEIR_JAVA_HOME is %s, which is no JDK of version 25 or newer: %s is taken. Correct it, or unset it."
                        .formatted(wrong, folder.resolve("jdk")));
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aLimitOfOpenFilesUnderWhichJavaCannotStartIsSaid() throws Exception {
        ProcessBuilder weir = new ProcessBuilder(
                "sh", "-c", "ulimit -n 40; exec sh \"$1\" list", "sh", lib.resolveSibling("bin/weir").toString());
        weir.environment().put("WEIR_JAVA_HOME", folder.resolve("jdk").toString());

        Process process = weir.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();

        assertThat(process.errorReader().readAllLines())
                .containsExactly("weir: only 40 files may be open at once, which is not enough: raise the limit, as with ulimit -n 1024.");
        assertThat(process.waitFor()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', C.UTF-8",
        "'', '', C, '', C.UTF-8",
        "'', POSIX, de_DE.UTF-8, '', C.UTF-8",
        "C, '', de_DE.UTF-8, C.UTF-8, ''",
        "'', '', de_DE.UTF-8, '', ''",
        "de_DE.UTF-8, C, C, de_DE.UTF-8, C"
    })
    void whereTheLocaleHasTheCharactersOfEnglishAloneAsInCronTheSameOneWithAllIsTaken(
            String all, String characters, String language, String allThen, String charactersThen) throws Exception {
        assertThat(localeOfJava(all, characters, language, "C C.utf8 POSIX")).isEqualTo(allThen + "," + charactersThen);
    }

    @Test
    void theLocaleStaysAsItIsWhereThereIsNoneWithAllCharacters() throws Exception {
        assertThat(localeOfJava("", "", "C", "C POSIX")).isEqualTo(",");
    }

    private String localeOfJava(String all, String characters, String language, String known) throws Exception {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        program(programs.resolve("locale"), "echo " + known);
        program(folder.resolve("jdk/bin/java"), "echo \"$LC_ALL,$LC_CTYPE\"");
        ProcessBuilder weir = new ProcessBuilder("sh", lib.resolveSibling("bin/weir").toString(), "list");
        weir.environment().put("PATH", programs + ":" + weir.environment().get("PATH"));
        weir.environment().put("WEIR_JAVA_HOME", folder.resolve("jdk").toString());
        weir.environment().put("LC_ALL", all);
        weir.environment().put("LC_CTYPE", characters);
        weir.environment().put("LANG", language);

        return String.join("\n", weir.redirectErrorStream(true).start().inputReader().readAllLines());
    }

    private static void program(Path path, String line) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + line + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String content, Instant at) throws IOException {
        Files.writeString(lib.resolve(file), content);
        Files.setLastModifiedTime(lib.resolve(file), FileTime.from(at));
    }

    private List<String> started(String... words) throws IOException, InterruptedException {
        ProcessBuilder weir = new ProcessBuilder("sh", lib.resolveSibling("bin/weir").toString());
        weir.command().addAll(List.of(words));
        weir.environment().put("WEIR_JAVA_HOME", folder.resolve("jdk").toString());
        Process process = weir.redirectErrorStream(true).start();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
