package dev.weir.materializer.diff;

import static dev.weir.materializer.diff.TableDiffer.AFTER;
import static dev.weir.materializer.diff.TableDiffer.BEFORE;
import static dev.weir.materializer.diff.TableDiffer.number;
import static dev.weir.materializer.diff.TableDiffer.quoted;

import dev.weir.materializer.diff.RowDiff.Example;
import dev.weir.materializer.diff.RowDiff.Fate;
import dev.weir.materializer.diff.RowDiff.Values;
import dev.weir.materializer.value.TableQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares the rows of two tables by a key: one join of both, of which rows are counted and a few are looked at.
final class RowComparison {

    private final TableQueries queries;
    private final List<String> key;
    private final List<String> others;
    private final SchemaDiff schema;
    private final int examples;

    /// @param examples how many of each fate are shown
    RowComparison(TableQueries queries, SchemaDiff schema, List<String> key, int examples) {
        this.queries = queries;
        this.schema = schema;
        this.key = key;
        this.examples = examples;
        others = schema.common().stream().filter(column -> !key.contains(column)).toList();
    }

    long count(String table) {
        return number(queries.numbers("select count(*) as n from " + table).get("n"));
    }

    /// Whether no two rows of a table share their key; where some do, a note says so.
    boolean keyIsUnique(List<String> notes) {
        for (String table : List.of(BEFORE, AFTER)) {
            long shared = number(queries.numbers("select cast(coalesce(sum(n), 0) as bigint) as n from (select count(*) as n from %s group by %s having count(*) > 1)"
                            .formatted(table, key.stream().map(TableDiffer::quoted).collect(Collectors.joining(", "))))
                    .get("n"));
            if (shared > 0) {
                notes.add("%,d rows of the %s version share their %s with another, so that rows are compared as a whole."
                        .formatted(shared, table.equals(BEFORE) ? "earlier" : "later", String.join(", ", key)));
                return false;
            }
        }
        return true;
    }

    RowDiff byKey() {
        List<String> counts = new ArrayList<>(List.of(
                "count(*) filter (where not weir_b) as added",
                "count(*) filter (where not weir_a) as removed",
                "count(*) filter (where weir_b and weir_a) as shared",
                "count(*) filter (where weir_b and weir_a and %s) as changed".formatted(differs())));
        for (int i = 0; i < others.size(); i++) {
            counts.add("count(*) filter (where weir_b and weir_a and %s) as d%d".formatted(differs(others.get(i)), i));
        }
        Map<String, Number> found =
                queries.numbers("select %s from %s".formatted(String.join(", ", counts), joined()));
        Map<String, Long> changedColumns = new LinkedHashMap<>();
        for (int i = 0; i < others.size(); i++) {
            long changed = number(found.get("d" + i));
            if (changed > 0) {
                changedColumns.put(others.get(i), changed);
            }
        }
        long changed = number(found.get("changed"));
        List<Example> shown = new ArrayList<>();
        if (changed > 0) {
            shown.addAll(changedRows(List.copyOf(changedColumns.keySet())));
        }
        if (number(found.get("added")) > 0) {
            shown.addAll(keys(Fate.ADDED, "a", "not weir_b"));
        }
        if (number(found.get("removed")) > 0) {
            shown.addAll(keys(Fate.REMOVED, "b", "not weir_a"));
        }
        return new RowDiff.ByKey(
                key,
                number(found.get("added")),
                number(found.get("removed")),
                changed,
                number(found.get("shared")) - changed,
                changedColumns,
                shown);
    }

    private List<Example> changedRows(List<String> columns) {
        String select = "select %s, %s, %s from %s where weir_b and weir_a and %s order by %s"
                .formatted(
                        names("b", key), names("b", columns), names("a", columns), joined(), differs(), names("b", key));
        List<Example> changed = new ArrayList<>();
        for (List<@Nullable Object> row : queries.answer(select, examples).rows()) {
            Map<String, Values> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                @Nullable Object before = row.get(key.size() + i);
                @Nullable Object after = row.get(key.size() + columns.size() + i);
                if (!Objects.equals(before, after)) {
                    values.put(columns.get(i), new Values(before, after));
                }
            }
            changed.add(new Example(Fate.CHANGED, named(key, row), values));
        }
        return changed;
    }

    private List<Example> keys(Fate fate, String side, String condition) {
        String columns = names(side, key);
        String select = "select %s from %s where %s order by %s".formatted(columns, joined(), condition, columns);
        return queries.answer(select, examples).rows().stream()
                .map(row -> new Example(fate, named(key, row), Map.of()))
                .toList();
    }

    static Map<String, @Nullable Object> named(List<String> columns, List<@Nullable Object> row) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), row.get(i));
        }
        return named;
    }

    private String joined() {
        String on = key.stream()
                .map(column -> "%s is not distinct from %s".formatted(comparable("b", column), comparable("a", column)))
                .collect(Collectors.joining(" and "));
        return "(select *, coalesce(weir_in_b, false) as weir_b, coalesce(weir_in_a, false) as weir_a from (%s) full outer join (%s) on %s)"
                .formatted(side("b", BEFORE), side("a", AFTER), on);
    }

    // Whether a row is there cannot be told from its key, which may be null.
    private String side(String side, String table) {
        return schema.common().stream()
                .map(column -> "%s as %s".formatted(quoted(column), name(side, column)))
                .collect(Collectors.joining(", ", "select true as weir_in_%s, ".formatted(side), " from " + table));
    }

    private String differs() {
        return others.isEmpty()
                ? "false"
                : others.stream().map(this::differs).collect(Collectors.joining(" or ", "(", ")"));
    }

    private String differs(String column) {
        return "%s is distinct from %s".formatted(comparable("b", column), comparable("a", column));
    }

    // Values of two types are equal where they are written alike.
    private String comparable(String side, String column) {
        boolean sameType = schema.changed().stream()
                .noneMatch(change -> change.before().name().equals(column)
                        && !change.before().type().equals(change.after().type()));
        return sameType ? name(side, column) : "cast(%s as varchar)".formatted(name(side, column));
    }

    private String name(String side, String column) {
        return side + schema.common().indexOf(column);
    }

    private String names(String side, List<String> columns) {
        return columns.stream().map(column -> name(side, column)).collect(Collectors.joining(", "));
    }
}
