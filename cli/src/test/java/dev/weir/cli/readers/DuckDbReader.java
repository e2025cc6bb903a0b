package dev.weir.cli.readers;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DuckDB: the script `views.sql`, then one query over both views.
final class DuckDbReader implements Reader {

    private static final Pattern SEQUENCE = Pattern.compile("commit (\\d+)");
    private static final String QUERY =
            """
            select l.day, l.stamp = r.stamp and l.whole and r.whole as good, l.stamp, r.stamp, l.whole, r.whole
            from (select day, min(stamp) as stamp, min(stamp) = max(stamp) and min(rows) = count(*) as whole from "left" group by day) l
            full join (select day, min(stamp) as stamp, min(stamp) = max(stamp) and min(rows) = count(*) as whole
                       from "right" group by day) r using (day)""";

    private final Path script;
    private final Connection duckDb;
    private final Statement statement;

    DuckDbReader(Path warehouse) throws SQLException {
        script = warehouse.resolve("view/main/views.sql");
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        statement = duckDb.createStatement();
    }

    @Override
    public Reading read() throws IOException, SQLException {
        String sql = Files.readString(script);
        List<String> wrong = new ArrayList<>();
        try {
            statement.execute(sql);
            try (ResultSet rows = statement.executeQuery(QUERY)) {
                int days = 0;
                for (; rows.next(); days++) {
                    if (!rows.getBoolean(2)) {
                        wrong.add("day %s: stamps %s and %s, whole %s and %s".formatted(
                                rows.getString(1), rows.getString(3), rows.getString(4), rows.getString(5), rows.getString(6)));
                    }
                }
                if (days != Pairs.DAYS) {
                    wrong.add("%d days".formatted(days));
                }
            }
        } catch (SQLException unreadable) {
            wrong.add(unreadable.getMessage());
        }
        Matcher sequence = SEQUENCE.matcher(sql);
        return new Reading(sequence.find() ? Long.parseLong(sequence.group(1)) : 0, wrong);
    }

    @Override
    public void close() throws SQLException {
        duckDb.close();
    }
}
