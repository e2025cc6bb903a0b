package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.wiring.Workspace;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void aFaultOfOurOwnIsOneSentenceAndTheDetailsAreInAFile() throws Exception {
        Workspace broken = (Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class}, (_, _, _) -> {
                    throw new IllegalStateException("the moon is down\nand more");
                });

        Called called = Called.about(broken, "list");

        Matcher said = Pattern.compile(
                        "weir: This is a fault of Weir's own: the moon is down. The details are in (.+); please report it with them.\n")
                .matcher(called.err());
        assertThat(said.matches()).as(called.err()).isTrue();
        Path details = Path.of(said.group(1));
        assertThat(Files.readString(details)).contains("IllegalStateException", "at dev.weir.cli");
        Files.delete(details);
        assertThat(called.status()).isEqualTo(70);
    }
}
