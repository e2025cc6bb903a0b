package dev.weir.materializer.project;

import dev.weir.assets.schema.Plain;
import dev.weir.assets.spec.ConfigSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Writes the JSON schema of weir.yaml, by which editors complete it and mark what is wrong. The keys are those of its
/// readers; where a schema cannot say all that they check, it lets more pass.
public final class ProjectSchema {

    private static final String NUMBERS_AND_UNITS =
            "([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?";
    private static final String DURATION = "^(?=.)%s$".formatted(NUMBERS_AND_UNITS);
    private static final String LIMIT = "^(none|(?=.*[1-9])%s)$".formatted(NUMBERS_AND_UNITS);
    private static final String RETENTION = "^(all|last [0-9]+|[0-9]+ (days?|weeks?|months?|years?))$";

    private final Map<String, Map<String, ConfigSpec.Field>> records = new TreeMap<>();
    private final Collection<String> secrets;

    /// @param secrets the names that are asked for
    ProjectSchema(Collection<ConfigSpec> records, Collection<String> secrets) {
        for (ConfigSpec record : records) {
            Map<String, ConfigSpec.Field> fields = this.records.computeIfAbsent(record.name(), _ -> new LinkedHashMap<>());
            record.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
        }
        this.secrets = secrets;
    }

    /// The schema for any project.
    public static Map<String, Object> general() {
        return new ProjectSchema(List.of(), List.of()).write();
    }

    Map<String, Object> write() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "weir.yaml");
        schema.put("type", List.of("object", "null"));
        schema.put("additionalProperties", false);
        schema.put("properties", each(ProjectFileReader.KEYS, this::ofKey));
        return schema;
    }

    private Map<String, Object> ofKey(String key) {
        return switch (key) {
            case "project" -> of("The id that stands in database and warehouse", "anyOf", List.of(
                    name(), object(each(ProjectFileReader.PROJECT_KEYS, part -> part.equals("id") ? name() : type("string")))));
            case "classes" -> of("Folders and jars with the project's own classes", "type", "array", "items", type("string"));
            case "parallel" -> described(limit(), "How many steps may run at once");
            case "pools" -> described(mapping(limit()), "How many steps of each pool may run at once");
            case "warehouse" -> described(type("string"), "The folder in which data is kept");
            case "database" -> described(
                    object(each(ProjectFileReader.DATABASE_KEYS, _ -> type("string"))), "A PostgreSQL to use");
            case "config" -> described(config(), "Values of configuration, by the names of record and component");
            case "defaults" -> described(
                    object(each(AssetDefaultsReader.KEYS, ProjectSchema::ofDefault)),
                    "What holds for all assets; what a class or an asset says goes before it");
            case "retention" -> described(
                    object(each(UpkeepReader.KEYS, ProjectSchema::ofRetention)), "How long what is not needed any more is kept");
            case "jobs" -> described(mapping(job()), "Selections with a name and configuration of their own");
            case "secrets" -> described(secrets(), "Where secrets come from; never the secrets themselves");
            default -> throw new IllegalStateException("No schema for key " + key);
        };
    }

    private static Map<String, Object> ofDefault(String key) {
        return switch (key) {
            case "retry" -> {
                Map<String, Object> retry = object(each(AssetDefaultsReader.RETRY_KEYS, ProjectSchema::ofRetry));
                retry.put("required", List.of("max"));
                yield retry;
            }
            case "timeout" -> of("How long one attempt may take, such as 10m; or none", "type", "string", "pattern", LIMIT);
            case "pool" -> described(name(), "One of pools, or none");
            case "keep" -> of("How long versions are kept that readers do not see any more", "type", "string", "pattern", RETENTION);
            case "owners", "tags" -> of(
                    "", "type", "array", "items", of("", "type", "string", "pattern", "\\S"), "uniqueItems", true);
            default -> throw new IllegalStateException("No schema for defaults: " + key);
        };
    }

    private static Map<String, Object> ofRetention(String key) {
        return switch (key) {
            case "grace" -> of(
                    "How long the files of a collected version are there for those who may be reading them",
                    "type", "string", "pattern", DURATION);
            case "logs" -> of(
                    "How long the logs of runs are kept: an age, or all",
                    "type", "string", "pattern", RETENTION);
            case "runs" -> of(
                    "How long runs and collected versions are remembered that nothing is told by any more: an age, or all",
                    "type", "string", "pattern", RETENTION);
            default -> throw new IllegalStateException("No schema for retention: " + key);
        };
    }

    private static Map<String, Object> ofRetry(String key) {
        return switch (key) {
            case "max" -> of("How many times to try again", "type", "integer", "minimum", 0, "maximum", 999_999);
            case "delay" -> of("The pause before the first retry, such as 30s", "type", "string", "pattern", DURATION);
            case "backoff" -> of("How the pause grows", "enum", AssetDefaultsReader.BACKOFFS);
            case "jitter" -> of("By which share a pause may differ", "type", "number", "minimum", 0, "maximum", 1);
            default -> throw new IllegalStateException("No schema for retry: " + key);
        };
    }

    private Map<String, Object> job() {
        Map<String, Object> job = object(each(JobReader.KEYS, key -> switch (key) {
            case "select" -> described(type("string"), "Which assets, as on the command line");
            case "description" -> type("string");
            case "config" -> config();
            default -> throw new IllegalStateException("No schema for jobs: " + key);
        }));
        job.put("required", List.of("select"));
        return job;
    }

    private Map<String, Object> config() {
        if (records.isEmpty()) {
            return mapping(mapping(type(List.of("string", "number", "boolean"))));
        }
        Map<String, Object> sections = new LinkedHashMap<>();
        records.forEach((name, fields) -> {
            Map<String, Object> section = new LinkedHashMap<>();
            fields.forEach((field, type) -> section.put(field, ofField(type)));
            sections.put(name, object(section));
        });
        return object(sections);
    }

    private static Map<String, Object> ofField(ConfigSpec.Field field) {
        Map<String, Object> schema =
                field.constants().isEmpty() ? ofType(field.type()) : of("", "enum", field.constants());
        field.defaultValue().ifPresent(text -> schema.put("default", field.parse(text)));
        return schema;
    }

    private static Map<String, Object> ofType(Plain type) {
        return switch (type) {
            case BOOLEAN -> type("boolean");
            case BYTE -> integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> integer(Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> type("integer");
            case FLOAT, DOUBLE -> type("number");
            case STRING -> type(List.of("string", "number", "boolean"));
            case DATE -> of("", "type", "string", "format", "date");
            case INSTANT -> of("", "type", "string", "format", "date-time");
            case DATE_TIME, TIME, UUID, BYTES -> type("string");
        };
    }

    private Map<String, Object> secrets() {
        Map<String, Object> source = object(each(ProjectFileReader.SECRET_KEYS, _ -> type("string")));
        source.put("minProperties", 1);
        source.put("maxProperties", 1);
        Map<String, Object> all = mapping(source);
        if (!secrets.isEmpty()) {
            all.put("properties", each(secrets, _ -> source));
        }
        return all;
    }

    private static Map<String, Object> name() {
        return of("", "type", "string", "pattern", "^" + ProjectFileReader.NAME + "$");
    }

    private static Map<String, Object> limit() {
        return integer(1, 999_999);
    }

    private static Map<String, Object> integer(long least, long most) {
        return of("", "type", "integer", "minimum", least, "maximum", most);
    }

    private static Map<String, Object> type(Object type) {
        return of("", "type", type);
    }

    private static Map<String, Object> object(Map<String, Object> properties) {
        return of("", "type", List.of("object", "null"), "additionalProperties", false, "properties", properties);
    }

    private static Map<String, Object> mapping(Map<String, Object> values) {
        return of("", "type", List.of("object", "null"), "additionalProperties", values);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String description) {
        Map<String, Object> described = of(description);
        described.putAll(schema);
        return described;
    }

    private static Map<String, Object> of(String description, Object... members) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        for (int i = 0; i < members.length; i += 2) {
            schema.put((String) members[i], members[i + 1]);
        }
        return schema;
    }

    private static Map<String, Object> each(Collection<String> names, Function<String, Object> schemaOf) {
        Map<String, Object> schemas = new LinkedHashMap<>();
        names.forEach(name -> schemas.put(name, schemaOf.apply(name)));
        return schemas;
    }
}
