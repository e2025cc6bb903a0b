package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Table;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.data.PublishedTables;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.value.QueryAnswer;
import dev.weir.materializer.value.TableQueries;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `weir sql`: a query over what is current. It reads the files of the assets it names, and nothing else; it cannot write.
final class SqlCommand implements Command {
    private static final Option LIMIT =
            Option.value("--limit", "N", "How many rows to show; by default 100, and all with --csv or --json");
    private static final int DEFAULT_ROWS = 100;
    private static final Pattern UNKNOWN =
            Pattern.compile("Catalog Error: Table with name (\\S+) does not exist!(\nDid you mean \"[^\"]*\"\\?)?");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "sql",
                        "Answers a query over what is current, each asset a table",
                        Words.one("QUERY", "A select in the SQL of DuckDB; quote it"))
                .with(LIMIT, RowLimit.CSV)
                .example("weir sql \"select carrier, avg(mean_delay) from daily_delays group by all\"");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        String sql = arguments.words().getFirst();
        boolean all = arguments.has(RowLimit.CSV) || arguments.has(Syntax.JSON);
        int limit = RowLimit.of(arguments, LIMIT, all ? Integer.MAX_VALUE - 1 : DEFAULT_ROWS);
        AssetGraph graph = session.workspace().graph();
        Set<String> named = TableQueries.namedIn(sql, PublishedTables.names(graph));
        Map<String, List<Version>> versions = new LinkedHashMap<>();
        named.forEach(name -> versions.put(name, current(asset(name, graph), session)));
        List<Version> read = versions.values().stream().flatMap(List::stream).toList();
        return new RowsAnswer(
                answer(sql, versions, limit, session),
                RowLimit.form(arguments),
                Taints.notes(read, session.workspace()));
    }

    private static AssetKey asset(String name, AssetGraph graph) {
        return switch (graph.resolve(name)) {
            case Resolution.Found(AssetKey asset) -> asset;
            case Resolution.Unknown _, Resolution.Ambiguous _ -> throw new IllegalStateException(name);
        };
    }

    private static List<Version> current(AssetKey asset, Session session) {
        return session.workspace().versions().current(session.environment(), asset, Optional.empty()).stream()
                .map(CurrentVersion::version)
                .toList();
    }

    private static QueryAnswer answer(
            String sql, Map<String, List<Version>> versions, int limit, Session session) {
        AssetGraph graph = session.workspace().graph();
        PublishedTables published = new PublishedTables(session.workspace());
        List<Path> files = new ArrayList<>();
        versions.values().forEach(each -> files.addAll(published.paths(each)));
        try (DuckDb db = DuckDb.confinedTo(files)) {
            Map<String, Table<?>> tables = new LinkedHashMap<>();
            versions.forEach((name, each) ->
                    published.table(asset(name, graph), each, db).ifPresent(table -> tables.put(name, table)));
            try (TableQueries queries = TableQueries.over(db, tables)) {
                return queries.answer(sql, limit);
            } catch (IllegalArgumentException wrong) {
                throw new WeirException(ProblemCode.WRONG_QUERY, inOurWords(String.valueOf(wrong.getMessage()), graph), wrong);
            }
        }
    }

    // DuckDB knows only the tables that the query names; what it does not know may be an asset that is spelled so almost.
    private static String inOurWords(String message, AssetGraph graph) {
        Matcher unknown = UNKNOWN.matcher(message);
        if (!unknown.find()) {
            return message;
        }
        String hint = DidYouMean.among(PublishedTables.names(graph)).hint(unknown.group(1));
        return unknown.replaceFirst(Matcher.quoteReplacement(
                "There is no asset %s.%s".formatted(unknown.group(1), hint.isEmpty() ? " `weir list` shows all assets." : hint)));
    }
}
