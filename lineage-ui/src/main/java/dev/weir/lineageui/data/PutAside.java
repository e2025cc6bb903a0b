package dev.weir.lineageui.data;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.RowType;
import dev.weir.checks.ReadyMade;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.materializer.value.QueryAnswer.ColumnHead;
import dev.weir.materializer.value.QueryAnswer;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Version;
import java.util.List;

/// The rows of one asset's versions that `@Quarantine` put aside.
///
/// @param versions those that have such rows, as if they were all that they hold; may be none
public record PutAside(AssetKey asset, List<Version> versions) {

    /// @throws WeirException if the asset puts nothing aside, and never did in these versions
    public static PutAside of(AssetKey asset, List<Version> versions, ProjectFacts facts) {
        List<Version> aside = versions.stream()
                .filter(version -> !version.content().quarantinedFiles().isEmpty())
                .map(PutAside::alone)
                .toList();
        boolean puts = facts.checksOf(asset).stream()
                .anyMatch(check -> check.rule() instanceof ReadyMade.Quarantined);
        if (aside.isEmpty() && !puts) {
            throw new WeirException(
                    ProblemCode.INPUT_MISSING,
                    "%s puts no rows aside: it has no @Quarantine. Rows that a check found wrong are in weir show %s."
                            .formatted(asset, asset));
        }
        return new PutAside(asset, aside);
    }

    private static Version alone(Version version) {
        return version.content() instanceof Content.TableFiles table
                ? version.holding(new Content.TableFiles(table.schema(), table.quarantined(), List.of()))
                : version;
    }

    /// No rows, with the columns that they would have.
    public QueryAnswer none(ProjectFacts facts) {
        List<Column> columns = facts.graph().asset(asset).output().row()
                .map(RowType::schema)
                .map(Schema::columns)
                .orElse(List.of());
        return new QueryAnswer(
                columns.stream()
                        .map(column -> new ColumnHead(column.name(), column.type().sql()))
                        .toList(),
                List.of(),
                false);
    }
}
