package dev.weir.metadata;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a version holds, in two columns: the number of the schema if it is a table, and the files or the value as JSON.
/// Where files are no table, a word goes before that JSON which begins no value.
final class ContentColumns {

    private static final String FILE = "file ";
    private static final String FOLDER = "folder ";

    private ContentColumns() {}

    static @Nullable String text(Content content) {
        return switch (content) {
            case Content.Nothing _ -> null;
            case Content.Json value -> value.text();
            case Content.TableFiles table -> files(table.allFiles());
            case Content.OneFile(DataFile file) -> FILE + files(List.of(file));
            case Content.Folder(String path, List<DataFile> files) -> FOLDER + path + " " + files(files);
        };
    }

    static Content read(@Nullable Schema schema, @Nullable String text) {
        if (schema != null) {
            return new Content.TableFiles(schema, text == null ? List.of() : files(text));
        }
        if (text == null) {
            return new Content.Nothing();
        } else if (text.startsWith(FILE)) {
            return new Content.OneFile(files(text.substring(FILE.length())).getFirst());
        } else if (text.startsWith(FOLDER)) {
            // No path of an object has a blank.
            int end = text.indexOf(' ', FOLDER.length());
            return new Content.Folder(text.substring(FOLDER.length(), end), files(text.substring(end + 1)));
        }
        return new Content.Json(text);
    }

    private static String files(List<DataFile> files) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (DataFile file : files) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("path", file.path());
            fields.put("bytes", file.bytes());
            fields.put("rows", file.rows());
            fields.put("sha256", file.sha256().toString());
            list.add(fields);
        }
        return Json.write(list);
    }

    private static List<DataFile> files(String text) {
        List<DataFile> files = new ArrayList<>();
        if (StoredJson.read(text) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> fields
                        && fields.get("path") instanceof String path
                        && fields.get("bytes") instanceof Long bytes
                        && fields.get("rows") instanceof Long rows
                        && fields.get("sha256") instanceof String sha256) {
                    files.add(new DataFile(path, bytes, rows, Digest.parse(sha256)));
                }
            }
        }
        return files;
    }
}
