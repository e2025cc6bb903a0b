package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The file that makes a folder a warehouse: which project it belongs to, and how it is laid out.
record ProjectFile(int format, String project) {

    static final String NAME = "weir-warehouse.json";

    /// The layout this Weir reads and writes.
    static final int FORMAT = 1;

    static ProjectFile parse(byte[] content) throws IOException {
        int format = 0;
        String project = "";
        try (JsonParser json = Json.FACTORY.createParser(content)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "format" -> format = json.getIntValue();
                    case "project" -> project = json.getText();
                    default -> json.skipChildren();
                }
            }
        }
        if (format == 0 || project.isEmpty()) {
            throw new IOException("It names no format or no project");
        }
        return new ProjectFile(format, project);
    }

    ByteBuffer toJson() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("format", format);
            json.writeStringField("project", project);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    static WeirException damaged(Path file, String project, IOException cause) {
        return new WeirException(
                ProblemCode.CORRUPT_OBJECT,
                "%s is damaged: restore it from a copy, or write {\"format\":%d,\"project\":\"%s\"} into it if the folder is this project's"
                        .formatted(file, FORMAT, project),
                cause);
    }

    /// @throws WeirException if the warehouse at `root` is not one this Weir may use for the project
    void requireUsableFor(String wanted, Path root) {
        if (format > FORMAT) {
            throw new WeirException(
                    ProblemCode.NEWER_SCHEMA,
                    "Warehouse %s has format %d and this Weir knows %d: update Weir".formatted(root, format, FORMAT));
        }
        if (!project.equals(wanted)) {
            throw new WeirException(
                    ProblemCode.FOREIGN_PROJECT,
                    "Warehouse %s belongs to project %s, not to %s: name another folder as the warehouse, or open project %s"
                            .formatted(root, project, wanted, project));
        }
    }
}
