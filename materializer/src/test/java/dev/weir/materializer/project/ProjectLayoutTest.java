package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.project.ProjectLayout.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLayoutTest {

    private static final String WAYS_OUT =
            ". Run weir in the folder of a project or name it with --project DIR; run one file with -f FILE;"
                    + " an empty weir.yaml makes a folder a project.";

    @TempDir
    Path folder;

    @Test
    void aProjectIsFoundInThisFolderOrAbove() throws IOException {
        Path file = Files.writeString(folder.resolve("weir.yaml"), "");
        Path below = Files.createDirectories(folder.resolve("src/main/java"));

        ProjectLayout layout = ProjectLayout.find(below, Wanted.ANY);

        assertThat(layout.root()).isEqualTo(folder);
        assertThat(layout.file()).contains(file);
        assertThat(layout.state()).isEqualTo(folder.resolve(".weir"));
        assertThat(ProjectLayout.find(folder, Wanted.ANY)).isEqualTo(layout);
    }

    @Test
    void aProjectIsFoundByTheNameOfItsFolder() throws IOException {
        Files.createDirectories(folder.resolve("flights"));
        Files.writeString(folder.resolve("flights/weir.yaml"), "");

        assertThat(ProjectLayout.find(folder, Wanted.folder("flights")).root()).isEqualTo(folder.resolve("flights"));
    }

    @Test
    void aSingleSourceIsAProjectInItsFolder() throws IOException {
        Path source = Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("Flights.java"), "");

        ProjectLayout layout = ProjectLayout.find(folder, Wanted.source("a/Flights.java"));

        assertThat(layout.source()).contains(source);
        assertThat(layout.file()).isEmpty();
        assertThat(layout.state()).isEqualTo(folder.resolve("a/.weir"));
    }

    @Test
    void twoProjectsOfOneNameHaveTwoFoldersInASharedHome() throws IOException {
        for (String place : new String[] {"one", "two"}) {
            Files.createDirectories(folder.resolve(place + "/flights"));
            Files.writeString(folder.resolve(place + "/flights/weir.yaml"), "");
        }
        Path home = folder.resolve("home");

        Path one = ProjectLayout.find(folder, Wanted.folder("one/flights").in(home)).state();
        Path two = ProjectLayout.find(folder, Wanted.folder("two/flights").in(home)).state();

        assertThat(one.getParent()).isEqualTo(home);
        assertThat(one.getFileName().toString()).matches("flights-[0-9a-f]{12}");
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void theFolderForStateKeepsOutOfVersionControl() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "");
        ProjectLayout layout = ProjectLayout.find(folder, Wanted.ANY);

        layout.createState();
        layout.createState();

        assertThat(layout.state().resolve(".gitignore")).hasContent("*");
    }

    @Test
    void noProjectSaysWhatWasLookedForAndTheWaysOut() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "");

        assertThatNothingIsFoundFor(Wanted.ANY, "There is no weir.yaml in " + folder + " or above" + WAYS_OUT);
        assertThatNothingIsFoundFor(Wanted.folder("."), "There is no weir.yaml in ." + WAYS_OUT);
        assertThatNothingIsFoundFor(Wanted.folder("none"), "Folder none does not exist" + WAYS_OUT);
        assertThatNothingIsFoundFor(
                Wanted.source("None.java"), "None.java does not exist: name a Java source with -f, such as Flights.java");
        assertThatNothingIsFoundFor(
                Wanted.source("notes.txt"),
                "notes.txt is not a .java file: name a Java source with -f, such as Flights.java");
        assertThatNothingIsFoundFor(
                Wanted.source("."), ". is a folder: name a Java source with -f, or the folder with --project");
    }

    private void assertThatNothingIsFoundFor(Wanted wanted, String message) {
        assertThatThrownBy(() -> ProjectLayout.find(folder, wanted))
                .isInstanceOf(WeirException.class)
                .hasMessage(message);
    }
}
