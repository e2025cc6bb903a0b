package dev.weir.assets.graph;

import static dev.weir.assets.problem.ProblemCode.NOTHING_SELECTED;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Some of the assets of a graph, chosen by a text, in the syntax of Dagster:
///
/// | Text | Selects |
/// |---|---|
/// | `daily_delays`, `warehouse/orders` | one asset, by its last segment or its key |
/// | `*`, `raw/*`, `key:raw*`, `key:"raw/*"` | all assets; those whose whole key fits, where `*` is any text |
/// | `group:g`, `owner:o`, `kind:k` | those that are described so |
/// | `tag:t`, `tag:k=v` | those with a tag, or with one value of a tag |
/// | `job:nightly` | what the selection of a job in weir.yaml selects |
/// | `status:stale`, `changed:code` | those of which some partition stands so, see [AssetStatus], [AssetChange] |
/// | `+a`, `2+a`, `a+`, `a+2`, `1+a+` | with all upstreams, two levels of them, all downstreams, … |
/// | `roots(s)`, `sinks(s)` | those of `s` that read, or are read by, none of `s`; `s` may be left out |
/// | `not s`, `s and t`, `s or t`, `(s)` | as they read, the tighter first |
///
/// Words side by side are joined by `or`, more loosely than all of these. Quotes hold what blanks, `+` or parentheses
/// would end; `*` keeps its meaning inside.
public final class AssetSelection {

    /// All assets.
    public static final AssetSelection ALL =
            new AssetSelection("*", new Term.KeyLike("*"), SelectionFacts.NONE);

    private final String text;
    private final Term term;
    private final SelectionFacts facts;

    private AssetSelection(String text, Term term, SelectionFacts facts) {
        this.text = text;
        this.term = term;
        this.facts = facts;
    }

    /// @param words at least one, as on a command line; an asset any of them selects is selected
    /// @throws WeirException that shows the place if the text cannot be read
    public static AssetSelection parse(List<String> words) {
        return parse(String.join(" ", words));
    }

    /// @throws WeirException that shows the place if the text cannot be read
    public static AssetSelection parse(String text) {
        return new AssetSelection(text, SelectionParser.parse(text), SelectionFacts.NONE);
    }

    /// The same, which asks others for what the graph does not say.
    public AssetSelection with(SelectionFacts known) {
        return new AssetSelection(text, term, known);
    }

    /// The jobs whose assets the text selects; those after `not` are none of them.
    public Set<String> jobs() {
        Set<String> jobs = new LinkedHashSet<>();
        Term.visitSelected(term, each -> {
            if (each instanceof Term.Job(String name, int _)) {
                jobs.add(name);
            }
        });
        return jobs;
    }

    Term term() {
        return term;
    }

    /// The selected assets in the graph's order; there may be none, see [#nothingSelected].
    ///
    /// @throws WeirException with all names that are no asset's
    public List<AssetKey> selectFrom(AssetGraph graph) {
        SelectionEvaluation evaluation = new SelectionEvaluation(graph, text, facts);
        List<AssetKey> selected = evaluation.select(term);
        if (!evaluation.problems().isEmpty()) {
            throw new WeirException(evaluation.problems());
        }
        return selected;
    }

    /// The assets the text names one by one, in the graph's order: an author who does so means each of them.
    public List<AssetKey> namedIn(AssetGraph graph) {
        return new SelectionEvaluation(graph, text, facts).named(term);
    }

    /// What to tell a user who wanted some asset and got none.
    public Problem nothingSelected() {
        return Problem.of(NOTHING_SELECTED, "%s selects no asset. `weir list` shows all assets.".formatted(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AssetSelection that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// The text it was parsed from.
    @Override
    public String toString() {
        return text;
    }
}
