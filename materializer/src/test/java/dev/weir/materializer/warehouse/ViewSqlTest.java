package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewSqlTest {

    private static final List<Column> ORIGIN =
            List.of(new Column("origin", ColumnType.STRING, Nullability.NOT_NULL));

    private final Path folder;

    ViewSqlTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aViewIsCreatedInTheSchemaOfThePrefix() {
        assertThat(ViewSql.create(view("raw/flights", ORIGIN, "objects/a.parquet", "objects/b.parquet"), Path.of("/w")))
                .isEqualTo(
                        """
                        CREATE SCHEMA IF NOT EXISTS "raw";
                        CREATE OR REPLACE VIEW "raw"."flights" AS SELECT * FROM read_parquet([
                          '/w/objects/a.parquet',
                          '/w/objects/b.parquet'], hive_partitioning = false, union_by_name = false);
                        """);
    }

    @Test
    void anAssetWithoutFilesIsAnEmptyTable() throws SQLException {
        String sql = ViewSql.create(view("delays", Groups.SCHEMA.columns()), folder);

        assertThat(query(sql, "select column_name || ' ' || column_type from (describe delays)"))
                .containsExactly("origin VARCHAR", "delay DOUBLE");
        assertThat(query(sql, "select count(*) from delays")).containsExactly("0");
    }

    @Test
    void everyPathAndEveryPrefixIsTakenLiterally() throws SQLException, IOException {
        Path root = folder.resolve("it's [a] *b* ?/day=1");
        List<String> assets = List.of("select", "main/x", "x", "a/b/c", "a/b_c", "temp/x", "pg_catalog/x");
        StringBuilder sql = new StringBuilder();
        for (String asset : assets) {
            String file = ObjectStore.objectPath(
                    AssetKey.parse(asset), new PartitionKey("é=%/'"), 0, Groups.digest(asset));
            Files.createDirectories(root.resolve(file).getParent());
            query("", "copy (select '%s' as origin) to '%s'"
                    .formatted(asset, root.resolve(file).toString().replace("'", "''")));
            sql.append(ViewSql.create(view(asset, ORIGIN, file), root));
        }

        String all = """
                select origin from "select" union all select origin from "main/".x union all select origin from x
                union all select origin from "a/b".c union all select origin from a.b_c
                union all select origin from "temp/".x union all select origin from "pg_catalog/".x
                """;
        assertThat(query(sql.toString(), all)).containsExactlyElementsOf(assets);
        assertThat(query(sql.toString(), "select column_name from (describe x)")).containsExactly("origin");
    }

    @Test
    void partitionsWithOtherColumnsAreReadByName() throws SQLException {
        query("", "copy (select 'EWR' as origin, 1::integer as n) to '%s'".formatted(folder.resolve("a.parquet")));
        query("", "copy (select 2::bigint as n, 'x' as more, 'JFK' as origin) to '%s'"
                .formatted(folder.resolve("b.parquet")));
        AssetView mixed = new AssetView(
                AssetKey.parse("delays"), 1, ORIGIN, false, view("delays", ORIGIN, "a.parquet", "b.parquet").partitions());

        assertThat(query(ViewSql.create(mixed, folder), "select origin || n || coalesce(more, '-') from delays order by n"))
                .containsExactly("EWR1-", "JFK2x");
    }

    private static AssetView view(String asset, List<Column> columns, String... files) {
        AssetView.Partition partition =
                new AssetView.Partition(PartitionKey.UNPARTITIONED, 0, asset + "#1", 1, List.of(files));
        return new AssetView(AssetKey.parse(asset), 1, columns, true, List.of(partition));
    }

    private static List<String> query(String before, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            if (!before.isEmpty()) {
                statement.execute(before);
            }
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
        }
        return values;
    }
}
