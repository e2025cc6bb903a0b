package dev.weir.cli.log;

/// Tells the loggers of Weir and of what it is built on from those of steps.
final class EngineLoggers {

    private static final String[] PREFIXES = {
        "dev.weir.materializer.", "dev.weir.metadata.", "dev.weir.cli.", "org.apache.arrow.", "org.flywaydb.", "com.zaxxer.",
        "org.postgresql.", "org.duckdb.", "org.h2.", "io.netty.", "org.eclipse.jetty."
    };

    private EngineLoggers() {}

    static boolean contain(String logger) {
        for (String prefix : PREFIXES) {
            if (logger.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
