package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.warehouse.FileOps.Sharing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFilesTest {

    @TempDir
    Path folder;

    @Test
    void threadsOfOneProcessWaitForEachOthersLockByWhateverLinkTheyCome() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        List<Callable<Integer>> both = List.of(() -> lockOften(folder.resolve("real/_lock")), () -> lockOften(link.resolve("_lock")));
        List<Integer> locked = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> each : threads.invokeAll(both)) {
                locked.add(each.get());
            }
        }

        assertThat(locked).containsExactly(1_000, 1_000);
    }

    private static int lockOften(Path file) throws IOException {
        int times = 0;
        while (times < 1_000) {
            try (Closeable _ = new DiskFiles().lock(file, Sharing.ALONE)) {
                times++;
            }
        }
        return times;
    }
}
