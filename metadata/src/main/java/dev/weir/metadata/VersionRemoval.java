package dev.weir.metadata;

import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Removes the rows of versions, with those that only tell more about them.
record VersionRemoval(Session session, Names names, VersionReader reader) {

    private static final String ROWS = "SELECT " + VersionReader.COLUMNS
            + """
            , v.recorded, v.environment FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
            LEFT JOIN version v ON v.id = t.id WHERE v.state = 'CONDEMNED'""";

    /// H2 would ask a query anew for each row.
    private static final String IDS = " = ANY (CAST(? AS UUID ARRAY))";

    private record Row(Version version, long recorded, int environment) {}

    /// @return how many they were
    int remove(List<VersionId> versions) throws SQLException {
        List<Row> rows = session.query(
                ROWS,
                row -> new Row(
                        reader.read(session, row), row.getLong(VersionReader.NEXT), row.getInt(VersionReader.NEXT + 1)),
                (Object) versions.stream().map(VersionId::value).toArray(UUID[]::new));
        UUID[] ids = rows.stream().map(row -> row.version.id().value()).toArray(UUID[]::new);
        Long[] recorded = rows.stream().map(Row::recorded).toArray(Long[]::new);
        List<Statement> statements = new ArrayList<>();
        rows.forEach(row -> addTo(statements, row));
        statements.add(Statement.of("DELETE FROM verdict WHERE version" + IDS, (Object) ids));
        statements.add(Statement.of(
                "DELETE FROM step_start_up WHERE recorded = ANY (CAST(? AS BIGINT ARRAY))",
                (Object) recorded));
        statements.add(Statement.of("DELETE FROM collected WHERE version" + IDS, (Object) ids));
        session.updateAll(statements);
        return session.update("DELETE FROM version WHERE id" + IDS, (Object) ids);
    }

    private void addTo(List<Statement> statements, Row row) {
        Version version = row.version;
        if (version.origin().attempt() > 1) {
            statements.add(Statement.of(
                    "DELETE FROM attempt WHERE run = ? AND asset = ? AND ordinal = ?",
                    version.origin().run().value(),
                    names.id(version.target().asset()),
                    version.target().ordinal()));
        }
        for (InputUse input : version.inputs()) {
            if (input instanceof InputUse.Many many && !many.partitions().isEmpty()) {
                statements.add(Statement.of(
                        """
                        DELETE FROM version_range_input
                        WHERE asset = ? AND environment = ? AND as_of = ? AND reader_version = ?""",
                        names.id(many.asset()),
                        row.environment,
                        many.asOf(),
                        version.id().value()));
            }
        }
    }
}
