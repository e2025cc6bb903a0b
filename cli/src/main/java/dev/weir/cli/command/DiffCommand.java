package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.data.KeyColumns;
import dev.weir.lineageui.data.PublishedTables;
import dev.weir.lineageui.data.ValueDiffs;
import dev.weir.lineageui.view.CollectedVersions;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.diff.TableDiff;
import dev.weir.materializer.diff.TableDiffer;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `weir diff`: what differs between two versions.
final class DiffCommand implements Command {
    private static final Option KEY =
            Option.value("--key", "COLUMNS", "The columns that tell rows apart, with commas; by default those of @Unique");
    private static final Option REJECTED =
            Option.toggle("--rejected", "Compare what is current with the newest rejected version");
    private static final Option EXIT_CODE = Option.toggle("--exit-code", "Exit 1 if anything differs");
    private static final Words WORDS = new Words(
            "VERSION",
            1,
            2,
            "Two versions (asset@P#n), or one to be compared with the one before; asset@P is the current version");

    @Override
    public Syntax syntax() {
        return Syntax.of("diff", "Shows what differs between two versions: columns, rows, and how columns are filled", WORDS)
                .with(KEY, REJECTED, EXIT_CODE)
                .example("weir diff daily_delays@2013-01-15")
                .example("weir diff daily_delays@2013-01-15#1 daily_delays@2013-01-15#3 --key origin,carrier");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Pair pair = pair(arguments, session);
        Names names = new Names(session.workspace().graph());
        DiffAnswer.Sides sides = new DiffAnswer.Sides(names.of(pair.before), names.of(pair.after));
        new CollectedVersions(session.workspace()).requireData(List.of(pair.before, pair.after));
        DiffAnswer.Exit exit = arguments.has(EXIT_CODE) ? DiffAnswer.Exit.BY_DIFFERENCE : DiffAnswer.Exit.ALWAYS_ZERO;
        if (pair.before.content() instanceof Content.TableFiles before
                && pair.after.content() instanceof Content.TableFiles after) {
            if (hashes(before).equals(hashes(after)) && before.schema().equals(after.schema())) {
                return new DiffAnswer.Same(sides);
            }
            return new TableDiffAnswer(sides, exit, tables(pair, before, after, arguments, session));
        }
        Map<String, ValueDiffs.Change> changes =
                new ValueDiffs(session.workspace()).compare(pair.before.content(), pair.after.content());
        return changes.isEmpty() ? new DiffAnswer.Same(sides) : new ValueDiffAnswer(sides, exit, changes);
    }

    private record Pair(Version before, Version after) {}

    private static List<Object> hashes(Content.TableFiles table) {
        return table.files().stream().<Object>map(DataFile::sha256).toList();
    }

    private static Pair pair(Arguments arguments, Session session) {
        Versions versions = session.found();
        List<Reference> references = arguments.words().stream()
                .map(word -> Reference.parse(word, session.workspace().graph()))
                .toList();
        references.forEach(Reference::target);
        if (references.size() == 2) {
            if (arguments.has(REJECTED)) {
                throw new WeirException(
                        ProblemCode.USAGE, "--rejected takes one asset: name one, or two versions without --rejected.");
            }
            return new Pair(versions.require(references.getFirst()), versions.require(references.getLast()));
        }
        Reference reference = references.getFirst();
        if (arguments.has(REJECTED)) {
            Version rejected = versions.rejected(reference).orElseThrow(() -> new WeirException(
                    ProblemCode.UNKNOWN_VERSION,
                    "No rejected version of %s stands in environment %s."
                            .formatted(arguments.words().getFirst(), session.environment())));
            return new Pair(versions.require(reference.withoutNumber()), rejected);
        }
        Version after = versions.require(reference);
        return new Pair(versions.before(after), after);
    }

    private static TableDiff tables(
            Pair pair, Content.TableFiles before, Content.TableFiles after, Arguments arguments, Session session) {
        Optional<List<String>> given = arguments.value(KEY).map(KeyColumns::typed);
        List<String> key = given.orElseGet(() ->
                KeyColumns.declared(pair.after.target().asset(), before.schema(), after.schema(), session.workspace()));
        PublishedTables tables = new PublishedTables(session.workspace());
        try (DuckDb db = DuckDb.confinedTo(tables.paths(List.of(pair.before, pair.after)))) {
            return new TableDiffer(db)
                    .compare(tables.asStored(pair.before, before, db), tables.asStored(pair.after, after, db), key);
        } catch (IllegalArgumentException wrongKey) {
            if (given.isEmpty()) {
                throw wrongKey;
            }
            throw new WeirException(ProblemCode.USAGE, "--key: %s.".formatted(wrongKey.getMessage()));
        }
    }
}
