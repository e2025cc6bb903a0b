package dev.weir.lineageui.data;

import dev.weir.assets.Table;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.lineageui.view.SensitiveColumns;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.value.QueryAnswer;
import dev.weir.materializer.value.TableQueries;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Some of what a version holds: rows of a table, a value, or which files there are.
public final class Samples {
    private static final String ROWS = "weir_sample";
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_CELLS = 100_000;
    private static final int MOST_FILES = 1_000;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final ProjectFacts facts;
    private final Workbench workbench;
    private final VersionJson json;

    public Samples(ProjectFacts facts, Workbench workbench) {
        this.facts = facts;
        this.workbench = workbench;
        json = VersionJson.ofPages(facts);
    }

    /// Which of the rows.
    public record Page(int offset, int limit) {}

    /// @param content of the version, or a part of it
    public JsonObject of(Version version, Content content, Page page) {
        JsonObject answer = new JsonObject().with("version", json.summary(version));
        switch (content) {
            case Content.TableFiles table -> table(answer, version, table, page);
            case Content.Json(String text) ->
                without(answer, "json").with("value", isSensitive(version) ? SensitiveColumns.MASK : text);
            case Content.OneFile(DataFile file) -> files(answer, "file", "", List.of(file), page);
            case Content.Folder(String path, List<DataFile> files) -> files(answer, "folder", path + "/", files, page);
            case Content.Nothing _ -> without(answer, "nothing");
        }
        return answer.with("checks", json.verdicts(version));
    }

    private boolean isSensitive(Version version) {
        return !SensitiveColumns.of(version.target().asset(), facts).isEmpty();
    }

    private void table(JsonObject answer, Version version, Content.TableFiles table, Page page) {
        Schema schema = table.schema();
        Set<String> sensitive = SensitiveColumns.of(version.target().asset(), facts);
        int limit = Math.min(page.limit, Math.max(1, MOST_CELLS / schema.columns().size()));
        QueryAnswer rows = limit == 0 ? new QueryAnswer(List.of(), List.of(), true) : rows(version, table, page.offset, limit);
        Cells cells = Cells.ofPages(schema, sensitive);
        boolean known = table.files().stream().noneMatch(DataFile::isView);
        answer.with("content", "table")
                .with("columns", schema.columns(), column -> column(column, sensitive))
                .with("offset", page.offset)
                .with("total", known ? table.rows() : null)
                .with("more", rows.more())
                .with("rows", rows.rows(), row -> written(row, schema.columns(), cells));
    }

    static JsonObject column(Column column, Set<String> sensitive) {
        return VersionJson.column(column).with("sensitive", sensitive.contains(column.name()));
    }

    private static List<@Nullable Object> written(List<@Nullable Object> row, List<Column> columns, Cells cells) {
        List<@Nullable Object> written = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            written.add(cells.of(columns.get(i).name(), row.get(i)));
        }
        return written;
    }

    private QueryAnswer rows(Version version, Content.TableFiles table, int offset, int limit) {
        PublishedTables tables = new PublishedTables(facts);
        return workbench.ask(new Names(facts.graph()).of(version), tables.paths(List.of(version)), db -> {
            Table<?> rows = tables.asStored(version, table, db);
            try (TableQueries queries = TableQueries.over(db, Map.of(ROWS, rows), LONGEST_TEXT)) {
                return queries.answer("select * from %s offset %d".formatted(ROWS, offset), limit);
            }
        });
    }

    private void files(JsonObject answer, String content, String folder, List<DataFile> files, Page page) {
        without(answer, content)
                .with("offset", page.offset)
                .with("total", files.size())
                .with("more", files.size() > page.offset + Math.min(page.limit, MOST_FILES))
                .with(
                        "files",
                        files.stream().skip(page.offset).limit(Math.min(page.limit, MOST_FILES)).toList(),
                        file -> file(file, folder));
    }

    private JsonObject file(DataFile file, String folder) {
        Path path = facts.pathOf(file);
        String name = file.path().startsWith(folder) && !folder.isEmpty()
                ? file.path().substring(folder.length())
                : String.valueOf(path.getFileName());
        return new JsonObject().with("name", name).with("bytes", file.bytes()).with("media_type", mediaType(path));
    }

    private static String mediaType(Path path) {
        try {
            return Optional.ofNullable(Files.probeContentType(path)).orElse(UNKNOWN_TYPE);
        } catch (IOException unknown) {
            return UNKNOWN_TYPE;
        }
    }

    private static JsonObject without(JsonObject answer, String content) {
        return answer.with("content", content).with("columns", List.of()).with("rows", List.of());
    }
}
