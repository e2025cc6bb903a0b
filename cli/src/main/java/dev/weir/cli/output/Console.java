package dev.weir.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

/// The two screens of a process: answers go to `out`, everything else to `err`.
public record Console(Screen out, Screen err) {

    private static final int USUAL_COLUMNS = 80;

    /// The console of this process. Whether a stream is a terminal is told by the launcher, because asking the JDK for
    /// its console costs more than most commands.
    public static Console ofThisProcess() {
        return new Console(
                screen(FileDescriptor.out, Boolean.getBoolean("weir.stdout.terminal")),
                screen(FileDescriptor.err, Boolean.getBoolean("weir.stderr.terminal")));
    }

    private static Screen screen(FileDescriptor descriptor, boolean terminal) {
        Sink stream = new Sink(new FileOutputStream(descriptor));
        if (!terminal) {
            return Screen.file(stream);
        }
        int columns = Integer.getInteger("weir.columns", 0);
        // Some terminals do not know how wide they are, and say 0.
        Screen screen = Screen.terminal(stream, columns > 0 ? columns : USUAL_COLUMNS);
        String noColour = System.getenv("NO_COLOR");
        return noColour == null || noColour.isEmpty() ? screen : screen.withoutColour();
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}
