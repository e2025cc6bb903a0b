package dev.weir.assets.schema;

/// The type of a column. Each has one form in Java records, in Parquet, in Arrow and in DuckDB.
public enum ColumnType {
    BOOLEAN("BOOLEAN"),
    BYTE("TINYINT"),
    SHORT("SMALLINT"),
    INT("INTEGER"),
    LONG("BIGINT"),
    FLOAT("REAL"),
    DOUBLE("DOUBLE"),
    /// Text; also the name of an enum's constant.
    STRING("VARCHAR"),
    /// A `LocalDate`.
    DATE("DATE"),
    /// An `Instant`, to the microsecond.
    INSTANT("TIMESTAMP WITH TIME ZONE");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /// The name of the type in DuckDB.
    public String sql() {
        return sql;
    }

    /// Whether every value of `written` can be read as this type without loss.
    public boolean canRead(ColumnType written) {
        if (this == written) {
            return true;
        }
        return switch (this) {
            case SHORT -> written == BYTE;
            case INT -> written == BYTE || written == SHORT;
            case LONG -> written == BYTE || written == SHORT || written == INT;
            case DOUBLE -> written == FLOAT || written == BYTE || written == SHORT || written == INT;
            case FLOAT -> written == BYTE || written == SHORT;
            case BOOLEAN, BYTE, STRING, DATE, INSTANT -> false;
        };
    }
}
