package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.wiring.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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

    @Test
    void whatADiskRefusesIsNoFaultOfOurOwn() {
        assertThat(Called.about(refusing(new FileSystemException("/data/.weir", null, "No space left on device")), "list"))
                .isEqualTo(new Called(
                        5,
                        "",
                        "weir: /data/.weir cannot be written, as no space is left on the disk: make some, then do it again.\n"));
        assertThat(Called.about(refusing(new AccessDeniedException("/data/.weir")), "list"))
                .isEqualTo(new Called(
                        5,
                        "",
                        "weir: /data/.weir cannot be written: give this user the right to do so, or name another folder for"
                                + " the state with WEIR_HOME.\n"));
        assertThat(Called.about(refusing(new FileSystemException("/data/.weir", null, "Input/output error")), "list"))
                .isEqualTo(new Called(
                        5,
                        "",
                        "weir: /data/.weir cannot be used (Input/output error): see that its disk is there, then do it again.\n"));
    }

    @Test
    void aLimitOfTheProcessIsNamedWithTheWayOut() {
        assertThat(Called.about(refusing(new FileSystemException("/data/.weir/log", null, "File too large")), "list"))
                .isEqualTo(new Called(
                        5,
                        "",
                        "weir: /data/.weir/log cannot grow, as a file may not become so large here: raise the limit (ulimit -f),"
                                + " then do it again.\n"));
        assertThat(Called.about(refusing(new FileSystemException("/data/.weir", null, "Too many open files")), "list"))
                .isEqualTo(new Called(
                        5,
                        "",
                        "weir: Weir may not open as many files as it needs: raise the limit (ulimit -n), then do it again.\n"));
    }

    @Test
    void whereMemoryIsMissingTheWayOutIsSaid() {
        Workspace full = (Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class}, (_, method, _) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new OutOfMemoryError("Java heap space");
                });

        assertThat(Called.about(full, "list"))
                .isEqualTo(new Called(
                        5,
                        "",
                        "weir: Weir ran out of memory: give it more, as with WEIR_JAVA_OPTS=-Xmx8g, or the asset that needs so"
                                + " much a process of its own, with @RunIn(value = Where.PROCESS, heap = \"8g\").\n"));
    }

    private static Workspace refusing(IOException refusal) {
        return (Workspace) Proxy.newProxyInstance(
                Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class}, (_, method, _) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new UncheckedIOException(refusal);
                });
    }
}
