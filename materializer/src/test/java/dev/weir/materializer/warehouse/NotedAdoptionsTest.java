package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.materializer.adopt.Adoption;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotedAdoptionsTest {

    private static final UUID ID = UUID.fromString("019b0000-0001-7000-8000-000000000001");

    private final Path folder;
    private final Warehouse warehouse;
    private final Adoption adoption;

    NotedAdoptionsTest(@TempDir Path folder) {
        this.folder = folder;
        warehouse = Warehouse.open(folder, "flights");
        Groups groups = new Groups(warehouse);
        Version made = groups.version(groups.run(), "report", 0, new Content.Nothing());
        adoption = new Adoption(
                made,
                made.accepted(
                        new CodeDigest(Groups.digest("new code")),
                        new ConfigDigest(Groups.digest("new config")),
                        Collections.emptySortedMap(),
                        "only a comment",
                        Groups.NOON));
    }

    @Test
    void whatIsAcceptedIsNotedWithItsReason() throws IOException {
        assertThat(adopt(new Answering(true))).isTrue();

        assertThat(files()).containsExactly("accepted/" + ID + ".json");
        assertThat(Files.readString(folder.resolve("manifests/accepted/" + ID + ".json")))
                .startsWith("{\"format\":1,\"id\":\"%s\",\"environment\":\"main\",\"at\":\"%s\",\"reason\":\"only a comment\","
                        .formatted(ID, Groups.NOON))
                .contains(
                        "\"version\":\"%s\"".formatted(adoption.after().id()),
                        "\"code\":\"%s\"".formatted(Groups.digest("new code")),
                        "weir.accepted_because");
    }

    @Test
    void whatIsRefusedLeavesNoNote() throws IOException {
        assertThat(adopt(new Answering(false))).isFalse();

        assertThat(files()).isEmpty();
    }

    @Test
    void whatNobodyHeardTheOutcomeOfIsSettledByTheStore() throws IOException {
        assertThatThrownBy(() -> adopt(new Failing())).hasMessage("connection lost");
        assertThat(files()).containsExactly(ID + ".accept.json");

        new NotedAdoptions(warehouse, new Answering(true)).recover();

        assertThat(files()).containsExactly("accepted/" + ID + ".json");
    }

    @Test
    void whatWasNotAcceptedIsTakenAwayAndSoIsHalfANote() throws IOException {
        assertThatThrownBy(() -> adopt(new Failing())).hasMessage("connection lost");
        Files.writeString(folder.resolve("manifests/" + ID + ".accept.json.tmp"), "{");

        new NotedAdoptions(warehouse, new Answering(false)).recover();

        assertThat(files()).isEmpty();
    }

    private boolean adopt(AdoptionStore store) {
        return new NotedAdoptions(warehouse, store)
                .adopt(ID, EnvironmentName.MAIN, List.of(adoption), "only a comment", Groups.NOON);
    }

    private List<String> files() throws IOException {
        Path manifests = folder.resolve("manifests");
        try (Stream<Path> all = Files.walk(manifests)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> manifests.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private record Answering(boolean happens) implements AdoptionStore {
        @Override
        public boolean adopt(UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at) {
            return happens;
        }

        @Override
        public boolean hasAdopted(UUID id) {
            return happens;
        }
    }

    private record Failing() implements AdoptionStore {
        @Override
        public boolean adopt(UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at) {
            throw new IllegalStateException("connection lost");
        }

        @Override
        public boolean hasAdopted(UUID id) {
            throw new IllegalStateException("connection lost");
        }
    }
}
