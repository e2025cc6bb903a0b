package dev.weir.materializer.value;

import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.Session.Described;
import dev.weir.materializer.value.TableSource.Selected;
import java.util.List;

/// An author's statement, wrapped into one that gives the columns of a record.
///
/// @param sql one statement, whose tables exist in the session
/// @param rowType the record of the rows
record ResultQuery(String sql, List<Object> parameters, Schema wanted, Class<?> rowType) {

    /// How many lines stand before the author's text.
    static final int LINES_BEFORE = 1;

    Selected select(Session session) throws Exception {
        Described described = session.describe(wrapped("*"));
        requireArguments(described.parameters());
        ResultCast cast = cast(described);
        if (cast.isKnown()) {
            return new Selected(wrapped(cast.selectList()), parameters);
        }
        // The types depend on the arguments or, in a pivot, on the data: they are known once it has run.
        String name = session.newName();
        session.execute("create temp table %s as %s".formatted(name, wrapped("*")), parameters);
        ResultCast known = cast(session.describe("from " + name));
        return new Selected("select %s from %s".formatted(known.selectList(), name), List.of());
    }

    /// The same as text, for others to evaluate later.
    ///
    /// @throws IllegalArgumentException if its types are not known before it has run
    String text(Session session) throws Exception {
        Described described = session.describe(wrapped("*"));
        requireArguments(described.parameters());
        ResultCast cast = cast(described);
        if (!cast.isKnown()) {
            throw new IllegalArgumentException(
                    "The columns of this query depend on data, as those of a pivot do, and a view has to know them before."
                            + " Name the values in the query, or take @View away");
        }
        return wrapped(cast.selectList());
    }

    private ResultCast cast(Described described) {
        return new ResultCast(described.columns(), wanted, rowType.getSimpleName(), RowCodecs.constantsOf(rowType));
    }

    /// The author's text stands on lines of its own, so that its line numbers can be given back.
    private String wrapped(String selectList) {
        return wrapped(selectList, sql);
    }

    static String wrapped(String selectList, String sql) {
        return "select %s from (\n%s\n) as weir_result".formatted(selectList, sql);
    }

    private void requireArguments(int wantedArguments) {
        if (wantedArguments != parameters.size()) {
            throw new IllegalArgumentException("The query for %s has %s and was given %s besides its tables:%n%s"
                    .formatted(
                            rowType.getSimpleName(),
                            counted(wantedArguments, "question mark"),
                            counted(parameters.size(), "argument"),
                            sql.strip()));
        }
    }

    private static String counted(int n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }
}
