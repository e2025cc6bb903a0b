package dev.weir.materializer.warehouse;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.function.Predicate;

/// What lies about in a warehouse for some time and nothing needs.
///
/// @param staged what runs that are over have staged
/// @param unconfirmed manifests of commits of runs that are over
/// @param objects files of no version
public record Leftovers(Some staged, Some unconfirmed, Some objects) {

    /// Some files.
    ///
    /// @param example the path of one of them, below the warehouse; empty if there are none
    public record Some(long files, long bytes, String example) {
        private static final Some NONE = new Some(0, 0, "");

        Some and(String path, long size) {
            return new Some(files + 1, bytes + size, files == 0 ? path : example);
        }
    }

    static Leftovers find(
            Warehouse warehouse, Predicate<RunId> isOver, Predicate<String> isNamed, Instant before) {
        try {
            Search search = new Search(warehouse, before);
            return new Leftovers(search.staged(isOver), search.unconfirmed(isOver), search.objects(isNamed));
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be looked through", failure);
        }
    }

    private record Search(Warehouse warehouse, Instant before) {

        Some staged(Predicate<RunId> isOver) throws IOException {
            Some some = Some.NONE;
            for (Path folder : warehouse.files().list(warehouse.stagingFolder())) {
                if (Recovery.runOf(folder).filter(isOver).isPresent()) {
                    some = in(folder, some, _ -> false);
                }
            }
            return some;
        }

        Some unconfirmed(Predicate<RunId> isOver) throws IOException {
            Some some = Some.NONE;
            for (Path file : warehouse.manifests().segmentsIn(warehouse.manifestsFolder())) {
                try (SegmentReader reader = warehouse.manifests().open(file)) {
                    Segment segment = reader.segment();
                    if (segment.isOfChangeset() || isOver.test(segment.run())) {
                        some = in(file, some, _ -> false);
                    }
                } catch (NoSuchFileException | WeirException settled) {
                    // Under our eyes, or it is damaged: recovery leaves it alone as well.
                }
            }
            return some;
        }

        Some objects(Predicate<String> isNamed) throws IOException {
            return in(warehouse.objectsFolder(), Some.NONE, isNamed);
        }

        private Some in(Path place, Some some, Predicate<String> isNamed) throws IOException {
            Adding adding = new Adding(some, isNamed);
            Files.walkFileTree(place, adding);
            return adding.some;
        }

        private final class Adding extends SimpleFileVisitor<Path> {
            private Some some;
            private final Predicate<String> isNamed;

            Adding(Some some, Predicate<String> isNamed) {
                this.some = some;
                this.isNamed = isNamed;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = warehouse.root().relativize(file).toString().replace('\\', '/');
                if (attributes.lastModifiedTime().toInstant().isBefore(before) && !isNamed.test(path)) {
                    some = some.and(path, attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (gone instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw gone;
            }
        }
    }
}
