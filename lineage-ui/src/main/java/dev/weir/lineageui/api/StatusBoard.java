package dev.weir.lineageui.api;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// How the assets stand now. It is found out once for each [Watermark]: whoever asks meanwhile waits for the same answer.
final class StatusBoard {
    private final ServedProject project;
    private final ReentrantLock finding = new ReentrantLock();
    private volatile @Nullable Standings latest;

    StatusBoard(ServedProject project) {
        this.project = project;
    }

    Standings now() {
        Standings known = latest;
        if (known != null && known.watermark().equals(Watermark.of(project))) {
            return known;
        }
        finding.lock();
        try {
            Watermark watermark = Watermark.of(project);
            Standings again = latest;
            if (again == null || !again.watermark().equals(watermark)) {
                again = Standings.of(project, watermark);
                latest = again;
            }
            return again;
        } finally {
            finding.unlock();
        }
    }
}
