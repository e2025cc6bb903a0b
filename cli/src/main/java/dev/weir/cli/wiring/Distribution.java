package dev.weir.cli.wiring;

import dev.weir.cli.owner.WeirBuild;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What Weir was started from.
public final class Distribution {

    private Distribution() {}

    /// The jar or folder with the classes of the command line; in a distribution, beside all other jars.
    static Path code() {
        try {
            return Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("Weir does not know where it is", impossible);
        }
    }

    /// When the newest of Weir's own jars was written.
    static Instant builtAt() throws IOException {
        Path code = code();
        Instant newest = Files.getLastModifiedTime(code).toInstant();
        if (Files.isRegularFile(code)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(Objects.requireNonNull(code.getParent()), "weir-*.jar")) {
                for (Path jar : jars) {
                    Instant written = Files.getLastModifiedTime(jar).toInstant();
                    newest = written.isAfter(newest) ? written : newest;
                }
            }
        }
        return newest;
    }

    /// Tells this build of Weir from all others on this machine.
    static String build() throws IOException {
        return code() + " of " + builtAt();
    }

    /// Which Weir this is.
    public static WeirBuild weir() {
        String version = Optional.ofNullable(Distribution.class.getPackage().getImplementationVersion())
                .orElse("development");
        try {
            return new WeirBuild(version, build());
        } catch (IOException gone) {
            return new WeirBuild(version, code().toString());
        }
    }
}
