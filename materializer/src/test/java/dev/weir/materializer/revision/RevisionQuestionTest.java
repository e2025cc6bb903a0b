package dev.weir.materializer.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weir.materializer.revision.Revision.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionQuestionTest {

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void commit() throws Exception {
        project = Files.createDirectories(folder.resolve("repository/pipelines"));
        Files.writeString(project.resolve("Flights.java"), "class Flights {}\n");
        Files.writeString(project.resolve(".gitignore"), "target\n");
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "First");
    }

    @Test
    void aProjectIsAtTheCommitThatIsCheckedOut() throws Exception {
        Files.createDirectory(project.resolve("target"));
        Files.writeString(project.resolve("target/Flights.class"), "");
        // Of another project in the same repository.
        Files.writeString(folder.resolve("repository/notes"), "mine\n");

        assertThat(ask()).contains(new Revision(git("rev-parse", "HEAD"), Tree.CLEAN));
    }

    @Test
    void whatWasChangedOrAddedSinceIsNoticed() throws Exception {
        Files.writeString(project.resolve("Flights.java"), "class Flights { int a; }\n");
        assertThat(ask()).contains(new Revision(git("rev-parse", "HEAD"), Tree.CHANGED));
        git("checkout", "-q", ".");

        Files.writeString(project.resolve("Weather.java"), "class Weather {}\n");
        assertThat(ask()).contains(new Revision(git("rev-parse", "HEAD"), Tree.CHANGED));
    }

    @Test
    void packedReferencesDetachedHeadsAndOtherWorkingTreesAreRead() throws Exception {
        String first = git("rev-parse", "HEAD");
        git("worktree", "add", "-q", "-b", "other", folder.resolve("other").toString());
        git("commit", "-q", "--allow-empty", "-m", "Second");
        String second = git("rev-parse", "HEAD");
        git("pack-refs", "--all");
        assertThat(ask()).contains(new Revision(second, Tree.CLEAN));
        assertThat(Repository.of(folder.resolve("other/pipelines")).orElseThrow().commit()).contains(first);

        git("checkout", "-q", "--detach", first);
        assertThat(ask()).contains(new Revision(first, Tree.CLEAN));
    }

    @Test
    void whereThereIsNoCommitThereIsNoRevision() throws Exception {
        Path fresh = Files.createDirectories(folder.resolve("fresh/.git")).getParent();
        assertThat(RevisionQuestion.about(fresh, fresh).answer(Duration.ofMinutes(1))).isEmpty();
        Files.writeString(fresh.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        assertThat(RevisionQuestion.about(fresh, fresh).answer(Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void whatGitCannotReadHasACommitOfWhichNobodyKnowsMore() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken/.git")).getParent();
        String commit = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
        Files.writeString(broken.resolve(".git/HEAD"), commit + "\n");

        Optional<Revision> revision = RevisionQuestion.about(broken, broken).answer(Duration.ofMinutes(1));

        assertThat(revision).contains(new Revision(commit, Tree.UNKNOWN));
        assertThat(revision.orElseThrow()).hasToString("4b825dc642");
        assertThat(new Revision(commit, Tree.CHANGED)).hasToString("4b825dc642, changed");
    }

    private Optional<Revision> ask() {
        return RevisionQuestion.about(project, project).answer(Duration.ofMinutes(1));
    }

    private String git(String... words) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("git", "-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"));
        all.addAll(List.of(words));
        Process process;
        try {
            process = new ProcessBuilder(all).directory(project.toFile()).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return fail("git is not installed, and is asked for real commits: apt-get install git, or run .ci/run, which installs it");
        }
        String said = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
