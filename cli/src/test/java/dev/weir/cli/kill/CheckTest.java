package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the kill loop would overlook shows nothing: whoever looks after a kill sees what is wrong.
class CheckTest {

    @TempDir
    private Path folder;

    private SmallProject project;
    private Path warehouse;
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    @BeforeEach
    void run() throws IOException {
        project = SmallProject.open(folder, new Memory.Embedded());
        warehouse = project.warehouse().root();
        var _ = project.run(1, new RunListener() {
            @Override
            public void ended(StepResult result) {
                Acknowledged.of(result).ifPresent(acknowledged::add);
            }
        });
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void nothingIsWrongWithACompleteRun() throws Exception {
        assertThat(acknowledged)
                .extracting(Acknowledged::state)
                .hasSize(SmallProject.STEPS)
                .containsOnlyOnce(VersionState.REJECTED);
        assertThat(storeFindings()).isEmpty();
        assertThat(viewFindings()).isEmpty();
        assertThat(ViewCheck.findingsOfAnyMoment(project.database(), warehouse)).isEmpty();
    }

    @Test
    void anAcknowledgedVersionThatIsNotThereIsMissed() throws IOException {
        Acknowledged real = acknowledged.getFirst();
        Acknowledged lost = new Acknowledged(real.state(), new VersionId(UUID.randomUUID()), real.target(), real.data());
        acknowledged.add(lost);

        assertThat(storeFindings()).containsExactly("acknowledged %s is missing".formatted(lost));
    }

    @Test
    void anAcknowledgedVersionWithOtherDataIsSeen() throws IOException {
        Acknowledged real = acknowledged.removeFirst();
        Acknowledged other = new Acknowledged(real.state(), real.id(), real.target(), "other");
        acknowledged.add(other);

        assertThat(storeFindings()).containsExactly("acknowledged %s is %s".formatted(other, real));
    }

    @Test
    void anObjectThatIsNotThereIsMissed() throws Exception {
        Version version = current("stations");
        String file = version.content().dataFiles().getFirst().path();
        Files.delete(warehouse.resolve(file));

        assertThat(storeFindings())
                .containsExactly("%s of PUBLISHED version %s is missing".formatted(file, version.id()));
        assertThat(viewFindings()).anyMatch(finding -> finding.startsWith("the view's SQL cannot be read"));
    }

    @Test
    void anObjectWithAByteChangedIsSeen() throws IOException {
        Version version = current("stations");
        String file = version.content().dataFiles().getFirst().path();
        byte[] content = Files.readAllBytes(warehouse.resolve(file));
        content[content.length / 2] ^= 1;
        Files.setPosixFilePermissions(warehouse.resolve(file), PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(warehouse.resolve(file), content);

        assertThat(storeFindings()).containsExactly("%s of version %s is damaged".formatted(file, version.id()));
    }

    @Test
    void whatNothingRefersToIsSeen() throws IOException {
        Path object = warehouse.resolve("objects/stations/part-0-0.parquet");
        Files.createDirectories(object.getParent());
        Files.writeString(object, "");
        Files.createDirectories(warehouse.resolve("staging/some-run"));
        Files.writeString(warehouse.resolve("manifests/%s.jsonl".formatted(UUID.randomUUID())), "");

        assertThat(storeFindings())
                .hasSize(3)
                .contains("nothing refers to objects/stations/part-0-0.parquet", "staging/some-run is left over")
                .anyMatch(finding -> finding.matches("manifests/.* is not confirmed"));
    }

    @Test
    void aManifestThatIsNotThereIsMissed() throws IOException {
        try (Stream<Path> manifests = Files.list(warehouse.resolve("manifests/confirmed"))) {
            Files.delete(manifests.findAny().orElseThrow());
        }

        assertThat(storeFindings())
                .singleElement()
                .asString()
                .startsWith("the manifests and the versions differ in [] and [");
    }

    @Test
    void aViewThatIsBehindIsSeen() throws Exception {
        Path catalog = warehouse.resolve("view/main/_catalog.json");
        byte[] old = Files.readAllBytes(catalog);
        var _ = project.run(2, RunListener.SILENT);
        Files.write(catalog, old);

        assertThat(ViewCheck.findingsOfAnyMoment(project.database(), warehouse)).isEmpty();
        assertThat(viewFindings()).singleElement().asString().startsWith("the view is at commit ");
    }

    @Test
    void aRunThatNobodyHasEndedIsSeen() throws IOException {
        RunId unended = project.onlyBegin();
        assertThat(project.database().runs().start(unended, "nobody", Duration.ofSeconds(30), Instant.now()))
                .isTrue();

        assertThat(storeFindings()).containsExactly("run %s is left RUNNING".formatted(unended));
    }

    private List<String> storeFindings() throws IOException {
        return StoreCheck.findings(project.database(), project.warehouse(), acknowledged);
    }

    private List<String> viewFindings() throws IOException, SQLException {
        return ViewCheck.findingsAfterARun(project.database(), warehouse);
    }

    private Version current(String asset) {
        return project.database().versions().current(EnvironmentName.MAIN).stream()
                .map(CurrentVersion::version)
                .filter(version -> version.target().asset().toString().equals(asset))
                .findFirst()
                .orElseThrow();
    }
}
