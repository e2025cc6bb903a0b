package dev.weir.cli.dev;

import dev.weir.cli.wiring.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits until somebody changes the sources of a project. The system says that something has happened in a folder; whether a
/// source is another, its stamp says. For one thread, while another may end it.
///
/// Invariant: a change after [#look] or the last return of [#awaitChange] is never missed: folders are registered before
/// their files are looked at.
public final class SourceWatch implements AutoCloseable {
    /// Some editors write a file in several steps, and some people save several files at once.
    private static final long QUIET_MILLIS = 100;

    /// For disks whose changes the system is not told, such as those of another machine.
    private static final long LOOK_ANYWAY_MILLIS = 2_000;

    private static final WatchEvent.Kind<?>[] ALL = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    private final WatchService watcher;
    private final Map<Path, WatchKey> registered = new HashMap<>();
    private Sources sources;
    private Map<Path, Stamps.Stamp> seen;

    private SourceWatch(WatchService watcher, Sources sources) {
        this.watcher = watcher;
        this.sources = sources;
        seen = look();
    }

    public static SourceWatch of(Sources sources) {
        try {
            return new SourceWatch(FileSystems.getDefault().newWatchService(), sources);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /// From now on it watches these. What has changed in those of before is still told.
    public void follow(Sources next) {
        if (next.equals(sources)) {
            return;
        }
        sources = next;
        Map<Path, Stamps.Stamp> now = look();
        Map<Path, Stamps.Stamp> before = new HashMap<>(now);
        seen.forEach((path, stamp) -> {
            if (next.paths().stream().anyMatch(path::startsWith)) {
                before.put(path, stamp);
            }
        });
        seen = before;
    }

    /// Returns as soon as the sources have changed, and then stayed as they are for a moment.
    ///
    /// @return false if this was ended instead
    public boolean awaitChange() throws InterruptedException {
        try {
            while (true) {
                Map<Path, Stamps.Stamp> now = look();
                if (!now.equals(seen)) {
                    awaitQuiet();
                    seen = look();
                    return true;
                }
                boolean _ = isTold(LOOK_ANYWAY_MILLIS);
            }
        } catch (ClosedWatchServiceException ended) {
            return false;
        }
    }

    private void awaitQuiet() throws InterruptedException {
        boolean told = true;
        while (told) {
            told = isTold(QUIET_MILLIS);
        }
    }

    private boolean isTold(long millis) throws InterruptedException {
        WatchKey key = watcher.poll(millis, TimeUnit.MILLISECONDS);
        for (@Nullable WatchKey each = key; each != null; each = watcher.poll()) {
            each.pollEvents();
            each.reset();
        }
        return key != null;
    }

    private Map<Path, Stamps.Stamp> look() {
        Stamps stamps = Stamps.of(sources);
        boolean isNew = false;
        for (Path folder : stamps.folders()) {
            isNew |= register(folder);
        }
        return isNew ? Stamps.of(sources).files() : stamps.files();
    }

    private boolean register(Path folder) {
        WatchKey known = registered.get(folder);
        if (!Files.isDirectory(folder) || (known != null && known.isValid())) {
            return false;
        }
        try {
            registered.put(folder, folder.register(watcher, ALL));
            return true;
        } catch (IOException unavailable) {
            // It is looked at anyway.
            return false;
        }
    }

    /// Nobody waits any more.
    public void end() {
        try {
            watcher.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        end();
    }
}
