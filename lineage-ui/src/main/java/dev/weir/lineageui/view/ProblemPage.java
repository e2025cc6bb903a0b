package dev.weir.lineageui.view;

import dev.weir.assets.problem.ProblemCode;
import java.util.Locale;

/// The page of the documentation that explains problems.
public final class ProblemPage {
    private static final String PAGE = "docs/reference/problems.md";

    private ProblemPage() {}

    /// The section about one code, from the root of Weir's own files: `docs/reference/problems.md#unknown_upstream`.
    public static String section(ProblemCode code) {
        return PAGE + "#" + code.name().toLowerCase(Locale.ROOT);
    }
}
