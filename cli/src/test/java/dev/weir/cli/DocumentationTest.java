package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages of this project say about each other.
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?s)\n```.*?\n```");
    private static final Pattern SOURCE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern TESTS = Pattern.compile("-Dtest='?([A-Za-z*,]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : linksOf(page)) {
                if (!link.contains("://") && !leadsSomewhere(page, link)) {
                    broken.add(ROOT.relativize(page) + " → " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsLinkedFromTheIndexOfItsFolderOrAbove() throws IOException {
        List<String> reached = new ArrayList<>();
        for (String index : List.of("docs/README.md", "docs/decisions/README.md")) {
            Path page = ROOT.resolve(index);
            linksOf(page).forEach(link -> reached.add(target(page, link).toString()));
        }

        assertThat(pages())
                .filteredOn(page -> page.startsWith(ROOT.resolve("docs")) && !page.equals(ROOT.resolve("docs/README.md")))
                .extracting(Path::toString)
                .isSubsetOf(reached);
    }

    @Test
    void theSmallestFileOfTheReadMeRuns(@TempDir Path folder) throws IOException {
        String source = SOURCE.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Files.writeString(folder.resolve("Hello.java"), source);

        Called called = Called.in(folder, "materialize", "-f", "Hello.java");

        assertThat(called.out()).contains("2 published.");
        assertThat(called.status()).isZero();
    }

    @Test
    void whatThePageOnTestingShowsIsCutFromTests() throws IOException {
        List<String> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("testing/src/test"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tests.add(withoutIndent(Files.readString(file)));
            }
        }

        assertThat(SOURCE.matcher(Files.readString(ROOT.resolve("docs/how-to/test-your-assets.md"))).results())
                .isNotEmpty()
                .flatExtracting(shown -> List.of(withoutIndent(shown.group(1)).split("\n\n(?=@)")))
                .allSatisfy(part -> assertThat(tests).anyMatch(test -> test.contains(part.strip())));
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    @Test
    void everyTestThatThePagesNameIsThere() throws IOException {
        List<String> patterns = new ArrayList<>();
        for (Path page : pages()) {
            TESTS.matcher(Files.readString(page))
                    .results()
                    .forEach(found -> patterns.addAll(List.of(found.group(1).split(","))));
        }
        List<String> tests = tests();

        assertThat(patterns).isNotEmpty().allSatisfy(pattern -> assertThat(tests)
                .as(pattern)
                .anyMatch(test -> test.matches(pattern.replace("*", ".*"))));
    }

    private static List<String> tests() throws IOException {
        List<String> tests = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path folder : modules.map(module -> module.resolve("src/test")).filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                            .forEach(name -> tests.add(name.replace(".java", "")));
                }
            }
        }
        return tests;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> linksOf(Path page) {
        return LINK.matcher(withoutCode(page)).results().map(found -> found.group(1)).toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        Path target = target(page, link);
        int anchor = link.indexOf('#');
        return Files.exists(target)
                && (anchor < 0 || anchorsOf(target).contains(link.substring(anchor + 1)));
    }

    private static Path target(Path page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    /// The names that headings can be linked by: lower-case words joined by hyphens.
    private static List<String> anchorsOf(Path page) {
        return HEADING.matcher(withoutCode(page))
                .results()
                .map(MatchResult::group)
                .map(heading -> heading.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    private static String withoutCode(Path page) {
        try {
            return FENCE.matcher(Files.readString(page)).replaceAll("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
