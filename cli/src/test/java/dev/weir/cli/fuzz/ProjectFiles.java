package dev.weir.cli.fuzz;

import dev.weir.materializer.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// weir.yaml.
final class ProjectFiles implements Target {

    private final Path file = Memory.folder().resolve("weir.yaml");

    @Override
    public List<byte[]> seeds() {
        return Target.texts("""
                project: {id: flights, name: Flights}
                classes: [a, b]
                parallel: 4
                pools: {archive: 2}
                warehouse: data
                database: {url: 'jdbc:postgresql://db/weir'}
                config:
                  limits: {low: 1, high: a, on: true, at: 2013-01-31T06:00:00Z}
                defaults: {retry: {max: 3, delay: 1h30m, backoff: linear, jitter: 0.5}, timeout: 10m, owners: [a], tags: [b=c]}
                jobs: {nightly: {select: '+twice and not key:a*', description: d, config: {a: {b: 1}}}}
                secrets: {token: {env: A}, key: {file: k}}
                """, "a: &a [x, *a]", "&a {? [a] : b, <<: *a}", "&a {!!merge x: *a}", "&a {!<tag:yaml.org,2002:%6Derge> x: *a}", "!!java.net.URL [x]", "? |\n  a\n: >-\n  b\n", "- [", "%YAML 1.1\n---\n...", "parallel: 0x7fffffffff");
    }

    @Override
    public void take(byte[] input) throws IOException {
        Files.write(file, input);
        Target.each(() -> ProjectFile.read(file));
    }
}
