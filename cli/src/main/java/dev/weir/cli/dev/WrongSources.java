package dev.weir.cli.dev;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.cli.wiring.Sources;
import dev.weir.lineageui.api.Declarations.Wrong;
import dev.weir.lineageui.view.SourceExcerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with sources, each with the lines around it: what Weir says names a file by its name, and what Maven says
/// by its path.
///
/// @param sources what the project is read from
record WrongSources(Sources sources) {
    // weir.yaml:12: Key pool stands twice
    private static final Pattern PLACED = Pattern.compile("(?s)([^\\s:]+):(\\d+): (.*)");
    // [ERROR] src/main/java/Shop.java:[12,5] cannot find symbol
    private static final Pattern OF_MAVEN = Pattern.compile("\\[ERROR] (\\S.*):\\[(\\d+),(\\d+)] (.*)");
    private static final String MORE_OF_MAVEN = "[ERROR]   ";
    // [ERROR]   The project dev.example:shop:1.0 (…/pom.xml) has 1 error
    private static final Pattern OF_POM = Pattern.compile("\\[ERROR] +The project .*\\((.+)\\) has \\d+ errors?");
    // [ERROR]     'dependencies.dependency.version' for org.acme:acme:jar is missing. @ line 38, column 17
    private static final Pattern IN_POM = Pattern.compile("\\[ERROR] +(.*?) +@ line (\\d+), column (\\d+)(?: -> \\[Help \\d+])?");
    private static final Pattern FIRST_OF_MAVEN = Pattern.compile("\\[ERROR] (\\S.*?)(?: -> \\[Help \\d+])?");

    /// @param overheard what else was said
    List<Wrong> of(List<Problem> problems, String overheard) {
        List<String> lines = overheard.lines().toList();
        Set<Wrong> wrong = new LinkedHashSet<>(ofMaven(lines));
        if (wrong.isEmpty()) {
            wrong.addAll(ofPoms(lines));
        }
        if (wrong.isEmpty()) {
            firstOfMaven(lines).ifPresent(wrong::add);
        }
        if (wrong.isEmpty()) {
            problems.forEach(problem -> wrong.add(of(problem)));
        }
        return new ArrayList<>(wrong);
    }

    private Wrong of(Problem problem) {
        if (problem.subject() instanceof Subject.OfSource(var file, var line, var column, var fact)) {
            return new Wrong(problem.code(), fact, excerpt(file, line, OptionalInt.of(column)));
        }
        Matcher placed = PLACED.matcher(problem.message());
        return placed.matches()
                ? new Wrong(
                        problem.code(),
                        placed.group(3),
                        excerpt(placed.group(1), Integer.parseInt(placed.group(2)), OptionalInt.empty()))
                : new Wrong(problem.code(), problem.message(), Optional.empty());
    }

    private static List<Wrong> ofMaven(List<String> lines) {
        List<Wrong> wrong = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher error = OF_MAVEN.matcher(lines.get(i));
            if (error.matches()) {
                StringBuilder message = new StringBuilder(error.group(4).replaceFirst("^error: ", ""));
                for (; i + 1 < lines.size() && goesOn(lines.get(i + 1)); i++) {
                    message.append("\n  ").append(lines.get(i + 1).replaceFirst("^\\[ERROR]", "").strip());
                }
                Path file = Path.of(error.group(1));
                wrong.add(new Wrong(
                        ProblemCode.SOURCE_DOES_NOT_COMPILE,
                        message.toString(),
                        excerpt(file, Integer.parseInt(error.group(2)), OptionalInt.of(Integer.parseInt(error.group(3))))));
            }
        }
        return wrong;
    }

    private static List<Wrong> ofPoms(List<String> lines) {
        List<Wrong> wrong = new ArrayList<>();
        Optional<Path> pom = Optional.empty();
        for (String line : lines) {
            Matcher of = OF_POM.matcher(line);
            Matcher in = IN_POM.matcher(line);
            if (of.matches()) {
                pom = Optional.of(Path.of(of.group(1)));
            } else if (pom.isPresent() && in.matches()) {
                wrong.add(new Wrong(
                        ProblemCode.SOURCE_DOES_NOT_COMPILE,
                        in.group(1).replace("Non-parseable POM " + pom.get() + ": ", ""),
                        excerpt(pom.get(), Integer.parseInt(in.group(2)), OptionalInt.of(Integer.parseInt(in.group(3))))));
            }
        }
        return wrong;
    }

    private static Optional<Wrong> firstOfMaven(List<String> lines) {
        return lines.stream()
                .map(FIRST_OF_MAVEN::matcher)
                .filter(Matcher::matches)
                .map(error -> new Wrong(ProblemCode.SOURCE_DOES_NOT_COMPILE, error.group(1), Optional.empty()))
                .findFirst();
    }

    private static boolean goesOn(String line) {
        return line.startsWith(MORE_OF_MAVEN) || line.startsWith("  ");
    }

    private Optional<SourceExcerpt> excerpt(String name, int line, OptionalInt column) {
        return sources.paths().stream()
                .filter(path -> path.endsWith(name))
                .findFirst()
                .flatMap(path -> excerpt(path, line, column));
    }

    private static Optional<SourceExcerpt> excerpt(Path file, int line, OptionalInt column) {
        try {
            // Whatever its encoding is, the lines are the same.
            List<String> text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
            return Optional.of(SourceExcerpt.around(file.getFileName().toString(), text, line, column));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
