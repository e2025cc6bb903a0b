package dev.weir.materializer.audit;

import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.checks.CheckResult;
import dev.weir.checks.SchemaLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the columns with those of the version before.
record ColumnChange(SchemaLevel level, Optional<Schema> before, Schema now) implements RuleQuery {

    @Override
    public List<String> counts() {
        return List.of();
    }

    @Override
    public CheckResult result(Map<String, Number> counts) {
        if (before.isEmpty()) {
            return CheckResult.of(true).with("history", "nothing to compare with");
        }
        List<String> breaks =
                switch (level) {
                    case EXACT -> different(before.get());
                    case ADDITIVE -> changed(before.get());
                    case BACKWARD -> now.obstaclesToReading(before.get());
                };
        CheckResult result = CheckResult.of(breaks.isEmpty()).with("columns", now.columns().size());
        return breaks.isEmpty() ? result : result.with("broken", String.join("; ", breaks));
    }

    private List<String> different(Schema before) {
        List<String> changes = new ArrayList<>(changed(before));
        for (Column column : now.columns()) {
            if (before.column(column.name()).isEmpty()) {
                changes.add("column %s was added".formatted(column.name()));
            }
        }
        if (changes.isEmpty() && !now.names().equals(before.names())) {
            changes.add("the columns were %s".formatted(String.join(", ", before.names())));
        }
        return changes;
    }

    private List<String> changed(Schema before) {
        List<String> changes = new ArrayList<>();
        for (Column was : before.columns()) {
            Optional<Column> found = now.column(was.name());
            if (found.isEmpty()) {
                changes.add("column %s is gone".formatted(was.name()));
            } else if (!found.get().type().equals(was.type())) {
                changes.add("column %s is %s and was %s"
                        .formatted(was.name(), found.get().type().sql(), was.type().sql()));
            } else if (found.get().nullability() == Nullability.NULLABLE && was.nullability() == Nullability.NOT_NULL) {
                changes.add("column %s may be null and was not".formatted(was.name()));
            }
        }
        return changes;
    }
}
