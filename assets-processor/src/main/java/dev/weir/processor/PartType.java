package dev.weir.processor;

import dev.weir.assets.schema.ColumnType;
import java.util.List;
import java.util.stream.Stream;

/// The type of a component that has parts, or of one of its parts, as generated code writes it.
sealed interface PartType {

    /// The type that its column has.
    ColumnType columnType();

    /// The type in Java, for a type argument.
    String javaType();

    /// An expression that makes the [dev.weir.assets.generated.ColumnCodec] of it.
    String codec();

    /// The records it holds.
    List<Row> rows();

    /// A value without parts.
    ///
    /// @param factory the method that makes its codec, with its arguments
    record Single(ColumnType columnType, String javaType, String factory) implements PartType {
        @Override
        public String codec() {
            return CODECS + factory;
        }

        @Override
        public List<Row> rows() {
            return List.of();
        }
    }

    record Nested(Row row) implements PartType {
        @Override
        public ColumnType columnType() {
            return new ColumnType.Struct(row.schema().columns());
        }

        @Override
        public String javaType() {
            return row.type().getQualifiedName().toString();
        }

        @Override
        public String codec() {
            return "%srecords(new %s())".formatted(CODECS, row.codec());
        }

        @Override
        public List<Row> rows() {
            return Stream.concat(Stream.of(row), row.inside().stream()).toList();
        }
    }

    record Listed(PartType element) implements PartType {
        @Override
        public ColumnType columnType() {
            return new ColumnType.ListOf(element.columnType());
        }

        @Override
        public String javaType() {
            return "java.util.List<%s>".formatted(element.javaType());
        }

        @Override
        public String codec() {
            return "%slists(%s)".formatted(CODECS, element.codec());
        }

        @Override
        public List<Row> rows() {
            return element.rows();
        }
    }

    record Mapped(PartType value) implements PartType {
        @Override
        public ColumnType columnType() {
            return new ColumnType.MapOf(value.columnType());
        }

        @Override
        public String javaType() {
            return "java.util.Map<String, %s>".formatted(value.javaType());
        }

        @Override
        public String codec() {
            return "%smaps(%s)".formatted(CODECS, value.codec());
        }

        @Override
        public List<Row> rows() {
            return value.rows();
        }
    }

    String CODECS = "dev.weir.assets.generated.ColumnCodec.";
}
