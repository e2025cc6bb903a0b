package dev.weir.materializer.diff;

import static dev.weir.materializer.diff.TableDiffer.AFTER;
import static dev.weir.materializer.diff.TableDiffer.BEFORE;
import static dev.weir.materializer.diff.TableDiffer.number;

import dev.weir.materializer.diff.RowDiff.Example;
import dev.weir.materializer.diff.RowDiff.Fate;
import dev.weir.materializer.value.TableQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares rows that have no key: how often each combination of values stands in either table.
final class WholeRows {

    private final TableQueries queries;
    private final SchemaDiff schema;
    private final int examples;

    WholeRows(TableQueries queries, SchemaDiff schema, int examples) {
        this.queries = queries;
        this.schema = schema;
        this.examples = examples;
    }

    RowDiff compare() {
        if (schema.common().isEmpty()) {
            return new RowDiff.AsAWhole(count(AFTER), count(BEFORE), 0, List.of());
        }
        Map<String, Number> found = queries.numbers("""
                select cast(coalesce(sum(greatest(weir_balance, 0)), 0) as bigint) as added,
                       cast(coalesce(sum(greatest(-weir_balance, 0)), 0) as bigint) as removed
                from %s""".formatted(balance()));
        long added = number(found.get("added"));
        long removed = number(found.get("removed"));
        List<Example> shown = new ArrayList<>();
        if (added > 0) {
            shown.addAll(rows(Fate.ADDED, "weir_balance > 0"));
        }
        if (removed > 0) {
            shown.addAll(rows(Fate.REMOVED, "weir_balance < 0"));
        }
        return new RowDiff.AsAWhole(added, removed, count(BEFORE) - removed, shown);
    }

    private long count(String table) {
        return number(queries.numbers("select count(*) as n from " + table).get("n"));
    }

    private List<Example> rows(Fate fate, String condition) {
        String columns = schema.common().stream().map(TableDiffer::quoted).collect(Collectors.joining(", "));
        String select = "select %s from %s where %s order by all".formatted(columns, balance(), condition);
        return queries.answer(select, examples).rows().stream()
                .map(row -> new Example(fate, RowComparison.named(schema.common(), row), Map.of()))
                .toList();
    }

    /// Each combination of values, with by how much it stands more often in the later table.
    private String balance() {
        return "(select %1$s, cast(sum(weir_n) as bigint) as weir_balance from (select %1$s, -1 as weir_n from %2$s union all select %1$s, 1 from %3$s) group by %1$s)"
                .formatted(columns(), BEFORE, AFTER);
    }

    private String columns() {
        return schema.common().stream().map(TableDiffer::quoted).collect(Collectors.joining(", "));
    }
}
