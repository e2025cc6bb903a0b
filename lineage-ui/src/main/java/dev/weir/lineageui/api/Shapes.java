package dev.weir.lineageui.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// JSON schemas, in few words. An object has exactly the members it names.
final class Shapes {

    static final Map<String, Object> ANY = Map.of();

    private Shapes() {}

    /// A member of an object.
    ///
    /// @param optional whether it may be left out
    record Member(String name, Map<String, Object> schema, boolean optional) {}

    static Member member(String name, Map<String, Object> schema) {
        return new Member(name, schema, false);
    }

    static Member sometimes(String name, Map<String, Object> schema) {
        return new Member(name, schema, true);
    }

    static Map<String, Object> object(Member... members) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Member member : members) {
            properties.put(member.name, member.schema);
            if (!member.optional) {
                required.add(member.name);
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /// The same, with more members behind.
    static Map<String, Object> with(Map<String, Object> object, Member... more) {
        List<Member> members = new ArrayList<>();
        Map<?, ?> properties = (Map<?, ?>) Objects.requireNonNull(object.get("properties"));
        List<?> required = (List<?>) Objects.requireNonNull(object.get("required"));
        properties.forEach((name, schema) -> members.add(new Member(
                name.toString(), ordered((Map<?, ?>) schema), !required.contains(name))));
        members.addAll(List.of(more));
        return object(members.toArray(Member[]::new));
    }

    /// The same in an order that stays: small maps have another one in each process, and the document is compared from one
    /// build to the next.
    static Map<String, Object> ordered(Map<?, ?> map) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        Map<?, ?> source = map instanceof LinkedHashMap ? map : new TreeMap<>(map);
        source.forEach((name, value) -> ordered.put(name.toString(), value));
        return ordered;
    }

    static Map<String, Object> text() {
        return Map.of("type", "string");
    }

    static Map<String, Object> oneOf(List<String> words) {
        return Map.of("type", "string", "enum", words);
    }

    /// The names of constants.
    static Map<String, Object> oneOf(Enum<?>[] constants) {
        return oneOf(Arrays.stream(constants).map(Enum::name).toList());
    }

    static Map<String, Object> instant() {
        return Map.of("type", "string", "format", "date-time");
    }

    static Map<String, Object> integer() {
        return Map.of("type", "integer");
    }

    static Map<String, Object> number() {
        return Map.of("type", "number");
    }

    static Map<String, Object> bool() {
        return Map.of("type", "boolean");
    }

    static Map<String, Object> list(Map<String, Object> element) {
        return Map.of("type", "array", "items", element);
    }

    /// An object whose members all look alike.
    static Map<String, Object> map(Map<String, Object> value) {
        return Map.of("type", "object", "additionalProperties", value);
    }

    static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    /// A shape that [Components] has.
    static Map<String, Object> ref(String component) {
        return Map.of("$ref", "#/components/schemas/" + component);
    }
}
