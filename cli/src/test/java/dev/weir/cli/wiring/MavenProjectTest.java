package dev.weir.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project that Maven builds, with a program on the PATH that stands for Maven: it notes each call.
class MavenProjectTest {

    @TempDir
    Path folder;

    @TempDir
    Path programs;

    @BeforeEach
    void writeProject() throws IOException {
        Files.createFile(folder.resolve("weir.yaml"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        maven("mkdir -p target/classes; : > target/weir-classpath");
    }

    @Test
    void aProjectIsCompiledOnceAndAgainAfterAChange() throws IOException {
        weir("list");
        weir("list");
        String before = calls();
        Files.setLastModifiedTime(folder.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

        weir("list");

        assertThat(before.lines()).hasSize(1);
        assertThat(calls().lines()).hasSize(2);
    }

    @Test
    void aChangeIsNoticedWhateverTheFolderOfTheProjectIsCalled() throws IOException {
        folder = Files.createDirectory(folder.resolve("test"));
        writeProject();
        weir("list");
        Files.setLastModifiedTime(folder.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

        weir("list");

        assertThat(calls().lines()).hasSize(2);
    }

    @Test
    void aProjectThatWasCleanedIsCompiledAgain() throws IOException {
        weir("list");
        Files.delete(folder.resolve("target/weir-classpath"));

        weir("list");

        assertThat(calls().lines()).hasSize(2);
    }

    @Test
    void aProjectThatWasCompiledForAnotherWeirIsCompiledAgain() throws IOException {
        weir("list");
        Files.writeString(folder.resolve(".weir/cache/maven-compiled-for"), "/opt/weir/lib/weir-cli.jar of 2026-01-01T00:00:00Z");

        weir("list");
        weir("list");

        assertThat(calls().lines()).hasSize(2);
    }

    @Test
    void testsAreLeftOutButModulesMayDependOnEachOthersTests() throws IOException {
        weir("list");

        assertThat(calls())
                .isEqualTo("-q -B -Dstyle.color=never test-compile -Dmaven.test.skip=true dependency:build-classpath"
                        + " -Dmdep.includeScope=runtime -Dmdep.outputFile=target/weir-classpath\n");
    }

    @Test
    void aFolderOfClassesThatNothingWasCompiledIntoIsNoPartOfTheClassPath() throws IOException {
        maven("mkdir -p target/classes; echo \"$PWD/target/classes:$PWD/module/target/test-classes\" > target/weir-classpath");

        Called called = weir("list");

        assertThat(called.err()).doesNotContain("does not exist");
        assertThat(Files.readString(folder.resolve(".weir/cache/maven-libraries")))
                .isEqualTo(folder.toRealPath().resolve("target/classes") + "\n");
    }

    @Test
    void whatMavenSaysOfAMistakeIsShown() throws IOException {
        maven("echo '[ERROR] Flights.java:[3,5] a semicolon is missing'; exit 1");

        Called called = weir("list");

        String name = folder.getFileName().toString();
        assertThat(called.err())
                .isEqualTo("""
                        weir: Compiling %1$s with Maven …
                        [ERROR] Flights.java:[3,5] a semicolon is missing
                        weir: Project %1$s does not compile: Maven says above why.
                        """.formatted(name));
        assertThat(called.status()).isEqualTo(2);
        assertThat(weir("list").err()).contains("a semicolon is missing");
    }

    @Test
    void whereThereIsNoMavenItIsAskedFor() throws IOException {
        Files.delete(programs.resolve("mvn"));

        Called called = weir("list");

        assertThat(called.err())
                .isEqualTo("weir: Project %s has to be compiled, and Maven (mvn) is not on the PATH: install Maven 3.8 or newer.\n"
                        .formatted(folder.getFileName()));
        assertThat(called.status()).isEqualTo(5);
    }

    private void maven(String what) throws IOException {
        Path program = programs.resolve("mvn");
        Files.writeString(program, "#!/bin/sh\necho \"$*\" >> '" + programs.resolve("calls") + "'\n" + what + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String calls() throws IOException {
        return Files.readString(programs.resolve("calls"));
    }

    private Called weir(String... words) {
        return Called.in(folder, Map.of("PATH", programs.toString()), words);
    }
}
