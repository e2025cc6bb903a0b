package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectNameTest {

    @TempDir
    Path folder;

    @Test
    void aProjectIsCalledByItsNameElseByItsId() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), "@Asset int one() { return 1; }\n");

        assertThat(name("project: shop")).isEqualTo("shop");
        assertThat(name("project: {id: shop, name: The shop of Ada}")).isEqualTo("The shop of Ada");
    }

    private String name(String yaml) throws Exception {
        Files.writeString(folder.resolve("weir.yaml"), yaml);
        try (Served served = Served.open(folder)) {
            return served.json("/api/v1/project").get("project").asText();
        }
    }
}
