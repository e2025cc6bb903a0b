package dev.weir.materializer.mask;

import java.io.PrintWriter;
import java.io.StringWriter;

/// The stack trace of a failure, with those of its causes.
public final class TraceText {

    private TraceText() {}

    public static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }
}
