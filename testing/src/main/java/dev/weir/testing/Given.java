package dev.weir.testing;

import dev.weir.assets.Table;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Form;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a test gives to read of an asset; see [TestProject#given].
public final class Given {

    private final TestProject project;
    private final Target target;

    Given(TestProject project, Target target) {
        this.project = project;
        this.target = target;
    }

    /// Gives these rows, of the record that the asset declares; none give an empty table.
    ///
    /// @throws IllegalArgumentException if the asset holds no rows, or rows of another record
    public TestProject rows(Record... rows) {
        return rows(List.of(rows));
    }

    public TestProject rows(List<? extends Record> rows) {
        requireForm(target.asset().output().form().isTabular(), rowsOrNot());
        for (int i = 0; i < rows.size(); i++) {
            requireRow(i + 1, rows.get(i));
        }
        return give(new GivenValue.Rows(rows));
    }

    /// Gives the rows of a table, such as the result of a query.
    public TestProject table(Table<?> table) {
        requireForm(target.asset().output().form().isTabular(), rowsOrNot());
        return give(new GivenValue.Of(table));
    }

    /// Gives a small value: text, a number, a boolean, a record.
    public TestProject value(Object value) {
        requireForm(target.asset().output().form() == Form.JSON, rowsOrNot());
        String declared = target.asset().output().javaType();
        if (!boxed(declared).equals(boxed(value.getClass().getSimpleName())) && !declared.contains("<")) {
            throw wrong("%s is a %s, and the asset gives %s".formatted(value, value.getClass().getSimpleName(), declared));
        }
        return give(new GivenValue.Of(value));
    }

    /// Gives a copy of a file or folder.
    public TestProject path(Path path) {
        requireForm(target.asset().output().form() == Form.PATH, rowsOrNot());
        if (!Files.exists(path)) {
            throw wrong("%s does not exist".formatted(path));
        }
        return give(new GivenValue.Copy(path));
    }

    private TestProject give(GivenValue value) {
        project.give(target, value);
        return project;
    }

    private void requireRow(int number, Record row) {
        target.asset().output().row().ifPresent(type -> {
            if (!type.javaName().equals(row.getClass().getName())) {
                throw wrong("row %d is a %s, and the asset gives %s"
                        .formatted(
                                number,
                                row.getClass().getSimpleName(),
                                target.asset().output().javaType()));
            }
        });
    }

    private void requireForm(boolean fits, String wayOut) {
        if (!fits) {
            throw wrong("the asset gives %s: %s".formatted(target.asset().output().javaType(), wayOut));
        }
    }

    private String rowsOrNot() {
        AssetSpec asset = target.asset();
        return switch (asset.output().form()) {
            case TABLE, LIST, STREAM, ARROW -> "give rows(…) or table(…)";
            case JSON -> "give value(…)";
            case PATH -> "give path(…)";
            case NOTHING -> "there is nothing to be given";
        };
    }

    private IllegalArgumentException wrong(String fact) {
        return new IllegalArgumentException("given(\"%s\"): %s".formatted(target.asset().key(), fact));
    }

    private static String boxed(String type) {
        return switch (type.substring(type.lastIndexOf('.') + 1)) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            default -> type.substring(type.lastIndexOf('.') + 1);
        };
    }
}
