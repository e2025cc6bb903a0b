package dev.weir.cli.readers;

import dev.weir.cli.PythonPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What the writers publish: for each of eight days a pair of tables that one call makes. All rows of a pair have one stamp,
/// which no other pair has, and say how many rows there are; both differ from one call to the next.
final class Pairs {

    static final int DAYS = 8;

    static final String FILE = "Pairs.java";

    static final String SOURCE = """
            record Row(int day, long stamp, int rows) {}

            class Pairs {
                record Pair(List<Row> left, List<Row> right) {}

                @MultiAsset @Daily(start = "2013-01-01", end = "2013-01-09")
                Pair pair(TimeWindow day) {
                    long stamp = java.util.UUID.randomUUID().getMostSignificantBits();
                    int rows = 1 + (int) Math.floorMod(stamp, 50L);
                    List<Row> all = java.util.Collections.nCopies(rows, new Row(day.startDate().getDayOfMonth(), stamp, rows));
                    return new Pair(all, all);
                }
            }
            """;

    private Pairs() {}

    /// Where a project has published them.
    static Path warehouse(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.endsWith("view/main")).findFirst().orElseThrow().getParent().getParent();
        }
    }

    /// A program that reads them with pyarrow and prints what is wrong, a sentence a line.
    ///
    /// @param reads how many times
    /// @param commits it reads on until it has seen so many
    static ProcessBuilder pyarrow(Path project, int reads, int commits) throws Exception {
        Path python = PythonPackages.fetched("pyarrow-venv", Path.of("src/test/python/pyarrow.txt")).resolve("python3");
        return new ProcessBuilder(
                        python.toString(), "src/test/python/read_pairs.py", warehouse(project).toString(),
                        String.valueOf(reads), String.valueOf(commits))
                .redirectErrorStream(true);
    }

    /// @param number from 1
    static String day(int number) {
        return "2013-01-0" + number;
    }
}
