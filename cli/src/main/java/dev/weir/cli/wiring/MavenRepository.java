package dev.weir.cli.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// A folder in which Maven finds what a project needs of Weir, made from the jars of the distribution at work: so a project
/// is compiled with the very processor of the Weir that runs it, and needs no other place that has Weir.
///
/// Under the version of a snapshot each build of Weir has a time of its own, as Maven wants it: it would go on using the
/// first jar that it has seen otherwise.
public final class MavenRepository {
    private static final String GROUP = "dev.weir";
    private static final String PARENT = "weir";
    private static final List<String> ARTIFACTS =
            List.of(
                    "weir-partitions",
                    "weir-assets-core",
                    "weir-checks",
                    "weir-assets-processor",
                    "weir-materializer",
                    "weir-testing");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd.HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String version;
    private final Instant builtAt;

    private MavenRepository(Path folder, String version, Instant builtAt) {
        this.folder = folder;
        this.version = version;
        this.builtAt = builtAt;
    }

    /// Writes the repository anew.
    ///
    /// @return its URL; nothing where Weir runs from its classes, and there are no jars
    public static Optional<String> write(Path folder) throws IOException {
        String version = MavenRepository.class.getPackage().getImplementationVersion();
        if (version == null) {
            return Optional.empty();
        }
        Path lib = Objects.requireNonNull(Distribution.code().getParent());
        MavenRepository repository = new MavenRepository(folder, version, Distribution.builtAt());
        repository.clear();
        repository.addParent();
        for (String artifact : ARTIFACTS) {
            repository.add(artifact, lib.resolve(artifact + "-" + version + ".jar"));
        }
        return Optional.of(urlOf(folder));
    }

    /// As Maven writes the URL of a folder.
    static String urlOf(Path folder) {
        return "file://" + folder.toAbsolutePath().toUri().getRawPath().replaceFirst("/$", "");
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void addParent() throws IOException {
        try (InputStream pom = Objects.requireNonNull(MavenRepository.class.getResourceAsStream("pom.xml"))) {
            Files.copy(pom, fileOf(PARENT, "pom"), StandardCopyOption.REPLACE_EXISTING);
        }
        addMetadata(PARENT, List.of("pom"));
    }

    private void add(String artifact, Path jar) throws IOException {
        Files.copy(jar, fileOf(artifact, "jar"), StandardCopyOption.REPLACE_EXISTING);
        try (JarFile open = new JarFile(jar.toFile())) {
            ZipEntry entry = Objects.requireNonNull(
                    open.getEntry("META-INF/maven/%s/%s/pom.xml".formatted(GROUP, artifact)), artifact);
            try (InputStream pom = open.getInputStream(entry)) {
                Files.copy(pom, fileOf(artifact, "pom"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        addMetadata(artifact, List.of("jar", "pom"));
    }

    private void addMetadata(String artifact, List<String> extensions) throws IOException {
        if (!isSnapshot()) {
            return;
        }
        StringBuilder versions = new StringBuilder();
        String updated = TIME.format(builtAt).replace(".", "");
        for (String extension : extensions) {
            versions.append("""
                    <snapshotVersion>
                      <extension>%s</extension>
                      <value>%s</value>
                      <updated>%s</updated>
                    </snapshotVersion>
                    """.formatted(extension, fileVersion(), updated));
        }
        Files.writeString(folderOf(artifact).resolve("maven-metadata.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <metadata modelVersion="1.1.0">
                <groupId>%s</groupId>
                <artifactId>%s</artifactId>
                <version>%s</version>
                <versioning>
                <snapshot>
                  <timestamp>%s</timestamp>
                  <buildNumber>1</buildNumber>
                </snapshot>
                <lastUpdated>%s</lastUpdated>
                <snapshotVersions>
                %s</snapshotVersions>
                </versioning>
                </metadata>
                """.formatted(GROUP, artifact, version, TIME.format(builtAt), updated, versions));
    }

    private Path fileOf(String artifact, String extension) throws IOException {
        return folderOf(artifact).resolve("%s-%s.%s".formatted(artifact, fileVersion(), extension));
    }

    private Path folderOf(String artifact) throws IOException {
        Path of = folder.resolve(GROUP.replace('.', '/')).resolve(artifact).resolve(version);
        return Files.createDirectories(of);
    }

    private boolean isSnapshot() {
        return version.endsWith("-SNAPSHOT");
    }

    private String fileVersion() {
        return isSnapshot() ? version.replace("SNAPSHOT", TIME.format(builtAt) + "-1") : version;
    }
}
