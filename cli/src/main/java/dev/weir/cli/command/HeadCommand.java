package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Table;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.data.PublishedTables;
import dev.weir.lineageui.data.PutAside;
import dev.weir.lineageui.view.CollectedVersions;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.QueryAnswer.ColumnHead;
import dev.weir.materializer.value.QueryAnswer;
import dev.weir.materializer.value.TableQueries;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `weir head`: the first rows of what is current, or the value.
final class HeadCommand implements Command {
    private static final Option ROWS = Option.value("-n", "N", "How many rows; by default 10");
    private static final Option REJECTED = Option.toggle("--rejected", "Show rows of the newest rejected version");
    private static final int DEFAULT_ROWS = 10;

    @Override
    public Syntax syntax() {
        return Syntax.of("head", "Shows the first rows of an asset, or its value", ReferenceWords.ASSET)
                .with(ROWS, REJECTED, RowLimit.QUARANTINED, RowLimit.CSV)
                .example("weir head daily_delays@2013-01-15 -n 3");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        int limit = RowLimit.of(arguments, ROWS, DEFAULT_ROWS);
        Reference reference = session.reference(arguments.words().getFirst());
        List<Version> versions = arguments.has(REJECTED)
                ? List.of(rejected(reference, arguments, session))
                : versions(reference, session);
        if (arguments.has(RowLimit.QUARANTINED)) {
            return putAside(PutAside.of(reference.asset(), versions, session.workspace()), arguments, session);
        }
        new CollectedVersions(session.workspace()).requireData(versions);
        return new RowsAnswer(
                rows(reference.asset(), versions, limit, session),
                RowLimit.form(arguments),
                Taints.notes(versions, session.workspace()));
    }

    private static Answer putAside(PutAside aside, Arguments arguments, Session session) {
        if (aside.versions().isEmpty()) {
            return new RowsAnswer(
                    aside.none(session.workspace()),
                    RowLimit.form(arguments),
                    List.of("Every row of %s passed: none is put aside."
                            .formatted(arguments.words().getFirst())));
        }
        int limit = RowLimit.of(arguments, ROWS, DEFAULT_ROWS);
        return new RowsAnswer(
                rows(aside.asset(), aside.versions(), limit, session), RowLimit.form(arguments), List.of());
    }

    private static Version rejected(Reference reference, Arguments arguments, Session session) {
        return session.found().rejected(reference).orElseThrow(() -> new WeirException(
                ProblemCode.UNKNOWN_VERSION,
                "No rejected version of %s stands in environment %s."
                        .formatted(arguments.words().getFirst(), session.environment())));
    }

    private static List<Version> versions(Reference reference, Session session) {
        Versions versions = session.found();
        if (reference.number().isPresent()) {
            return List.of(versions.require(reference));
        }
        List<Version> current = versions.current(reference).stream().map(CurrentVersion::version).toList();
        if (current.isEmpty()) {
            throw versions.nothing(reference);
        }
        return current;
    }

    private static QueryAnswer rows(AssetKey asset, List<Version> versions, int limit, Session session) {
        Content first = versions.getFirst().content();
        return switch (first) {
            case Content.TableFiles _ -> table(asset, enough(versions, limit), limit, session);
            case Content.Json(String text) ->
                new QueryAnswer(List.of(new ColumnHead("value", "JSON")), List.of(List.of(text)), versions.size() > 1);
            case Content.OneFile _, Content.Folder _ -> files(versions, limit);
            case Content.Nothing _ ->
                throw new WeirException(
                        ProblemCode.INPUT_MISSING,
                        "%s has neither rows nor a value: its method returns nothing.".formatted(asset));
        };
    }

    private static QueryAnswer files(List<Version> versions, int limit) {
        List<List<@Nullable Object>> files = new ArrayList<>();
        for (Version version : versions) {
            version.content().dataFiles().forEach(file -> files.add(List.of(file.path(), file.bytes())));
        }
        return new QueryAnswer(
                List.of(new ColumnHead("file", "VARCHAR"), new ColumnHead("bytes", "BIGINT")),
                files.subList(0, Math.min(limit, files.size())),
                files.size() > limit);
    }

    // Whoever wants ten rows need not read a thousand partitions.
    private static List<Version> enough(List<Version> versions, int limit) {
        List<Version> enough = new ArrayList<>();
        long rows = 0;
        for (Version version : versions) {
            if (rows <= limit) {
                enough.add(version);
                rows += version.content().rows();
            }
        }
        return enough;
    }

    private static QueryAnswer table(AssetKey asset, List<Version> versions, int limit, Session session) {
        PublishedTables tables = new PublishedTables(session.workspace());
        try (DuckDb db = DuckDb.confinedTo(tables.paths(versions))) {
            Table<?> table = tables.table(asset, versions, db).orElseThrow();
            try (TableQueries queries = TableQueries.over(db, Map.of("weir_head", table))) {
                return queries.answer("select * from weir_head", limit);
            }
        }
    }
}
