package dev.weir.metadata;

import dev.weir.materializer.publish.StepResult.Audited;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What checking published versions again came to: those that must not be read any more, and those that may again.
final class TaintRows {

    private final List<String> taints = new ArrayList<>();
    private final List<UUID> tainted = new ArrayList<>();
    private final List<UUID> cleared = new ArrayList<>();

    void add(Audited audited) {
        if (!audited.taint().isEmpty()) {
            tainted.add(audited.version().value());
            taints.add(Text.storable(audited.taint()));
        } else if (!audited.verdicts().isEmpty()) {
            cleared.add(audited.version().value());
        }
    }

    /// After the verdicts.
    void addTo(List<Statement> statements) {
        addTaints(statements);
        clearTaints(statements);
    }

    // Only what a check said: of each check the newest verdict counts, and none may speak against the version any more.
    // The sum of several results, whose name theirs begin with, counts for all of them.
    private void clearTaints(List<Statement> statements) {
        if (!cleared.isEmpty()) {
            statements.add(Statement.of(
                    """
                    UPDATE version SET tainted = NULL
                    WHERE id IN (SELECT t.id FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)) AND tainted LIKE 'check %'
                        AND NOT EXISTS (SELECT 1 FROM verdict d
                            WHERE d.version = version.id AND NOT d.passed AND d.severity = 'ERROR'
                                AND NOT EXISTS (SELECT 1 FROM verdict s
                                    WHERE s.version = d.version AND s.check_digest = d.check_digest
                                        AND s.check_name || '.' = LEFT(d.check_name, CHAR_LENGTH(s.check_name) + 1))
                                AND NOT EXISTS (SELECT 1 FROM verdict e
                                    WHERE e.version = d.version AND e.check_name = d.check_name
                                        AND e.recorded > d.recorded))""",
                    (Object) cleared.toArray(UUID[]::new)));
        }
    }

    // What tainted it first stays the reason.
    private void addTaints(List<Statement> statements) {
        if (!tainted.isEmpty()) {
            statements.add(Statement.of(
                    """
                    MERGE INTO version v
                    USING UNNEST(CAST(? AS UUID ARRAY), CAST(? AS VARCHAR ARRAY)) AS t (id, why)
                    ON v.id = t.id AND v.tainted IS NULL
                    WHEN MATCHED THEN UPDATE SET tainted = t.why""",
                    tainted.toArray(UUID[]::new),
                    taints.toArray(String[]::new)));
        }
    }
}
