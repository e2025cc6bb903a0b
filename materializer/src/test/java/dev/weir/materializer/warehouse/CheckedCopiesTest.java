package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which folders are durable when files have been copied.
class CheckedCopiesTest {

    @TempDir
    private Path folder;

    private final List<Path> synced = new ArrayList<>();
    private Path from;
    private Path root;

    @BeforeEach
    void make() throws IOException {
        from = Files.writeString(folder.resolve("from"), "content");
        root = Files.createDirectory(folder.resolve("copy"));
    }

    @Test
    void everyFolderBelowTheRootThatANewFileIsInIsSyncedOnce() throws IOException {
        CheckedCopies copies = new CheckedCopies(noting(), _ -> {});

        copies.copy(from, root.resolve("objects/orders/1/a"));
        copies.copy(from, root.resolve("objects/orders/2/b"));
        copies.finish(root, "");

        assertThat(synced)
                .containsExactlyInAnyOrder(
                        root,
                        root.resolve("objects"),
                        root.resolve("objects/orders"),
                        root.resolve("objects/orders/1"),
                        root.resolve("objects/orders/2"));
    }

    @Test
    void thoseOfAFileThatWasThereAreSyncedWhereItIsSaidToBeFound() throws IOException {
        Path there = root.resolve("objects/a");
        Files.createDirectory(root.resolve("objects"));
        Files.copy(from, there);
        CheckedCopies copies = new CheckedCopies(noting(), _ -> {});

        copies.copy(from, there);
        copies.finish(root, "");
        assertThat(synced).isEmpty();
        copies.found(there);
        copies.finish(root, "");

        assertThat(synced).containsExactlyInAnyOrder(root, root.resolve("objects"));
    }

    /// The disk, of which is noted which folders are synced.
    private FileOps noting() {
        DiskFiles disk = new DiskFiles();
        return (FileOps) Proxy.newProxyInstance(
                FileOps.class.getClassLoader(), new Class<?>[] {FileOps.class}, (_, method, arguments) -> {
                    if (method.getName().equals("syncFolder")) {
                        synced.add((Path) arguments[0]);
                    }
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
