package dev.weir.materializer.child;

import dev.weir.assets.spec.Placement.OwnProcess;
import dev.weir.materializer.process.ProcessEnd;
import dev.weir.materializer.run.OutsideFailure;
import dev.weir.materializer.run.OutsideFailure.Again;
import dev.weir.materializer.step.CommandLog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Why a child ended without a word.
record ChildDeath(ProcessEnd end, OwnProcess place, ChildFiles files, CommandLog log) {

    private static final int SIGKILL = 9;
    // The JVM says this before it ends for want of memory.
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    OutsideFailure explained() throws IOException {
        if (log.hasPrinted(OUT_OF_MEMORY)) {
            return new OutsideFailure(
                    "its process ran out of memory%s: give it more, as in @RunIn(value = Where.PROCESS, heap = \"8g\")"
                            .formatted(place.heap().isEmpty() ? "" : " with a heap of " + place.heap()),
                    Again.IS_IN_VAIN);
        }
        if (Files.exists(files.crash())) {
            return new OutsideFailure("its process crashed, as its log says: " + crash(), Again.MAY_HELP);
        }
        if (end.signal().orElse(0) == SIGKILL) {
            return new OutsideFailure(
                    "its process %s: somebody killed it, or the machine ran out of memory".formatted(end), Again.MAY_HELP);
        }
        return end.signal().isPresent()
                ? new OutsideFailure("its process %s".formatted(end), Again.MAY_HELP)
                : new OutsideFailure(
                        "its process %s before it gave a result: let it return or throw, and not call System.exit or Runtime.halt"
                                .formatted(end),
                        Again.MAY_HELP);
    }

    // Such as `SIGSEGV in C [libc.so.6+0x9]`.
    private String crash() throws IOException {
        List<String> lines = Files.readAllLines(files.crash());
        String signal = "a fatal error";
        String frame = "";
        for (int i = 0; i < lines.size() && frame.isEmpty(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#  SIG")) {
                signal = line.substring(3).split(" ", 2)[0];
            } else if (line.startsWith("# Problematic frame:") && i + 1 < lines.size()) {
                frame = lines.get(i + 1).substring(1).strip().replaceAll(" +", " ");
            }
        }
        return frame.isEmpty() ? signal : signal + " in " + frame;
    }
}
