package dev.weir.lineageui.data;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.lineageui.view.SensitiveColumns;
import dev.weir.lineageui.view.VersionJson;
import dev.weir.materializer.profile.TableProfile;
import dev.weir.materializer.profile.TableProfile.Accuracy;
import dev.weir.materializer.profile.TableProfile.Filled;
import dev.weir.materializer.profile.TableProfiler;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the columns of versions are filled. What has been found out is kept for a while: a version never changes. Threads may
/// share it.
public final class Profiles {
    private static final int MOST_KEPT = 200;

    private final ProjectFacts facts;
    private final Workbench workbench;
    private final Map<List<DataFile>, TableProfile> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<DataFile>, TableProfile> eldest) {
            return size() > MOST_KEPT;
        }
    };

    public Profiles(ProjectFacts facts, Workbench workbench) {
        this.facts = facts;
        this.workbench = workbench;
    }

    public JsonObject of(Version version) {
        JsonObject answer = new JsonObject().with("version", VersionJson.ofPages(facts).summary(version));
        if (!(version.content() instanceof Content.TableFiles table)) {
            return answer.with("rows", null).with("columns", List.of());
        }
        Set<String> sensitive = SensitiveColumns.of(version.target().asset(), facts);
        Cells cells = Cells.ofPages(table.schema(), sensitive);
        TableProfile profile = profile(version, table);
        return answer.with("rows", profile.rows()).with("columns", profile.columns(), column -> column(column, sensitive, cells));
    }

    private TableProfile profile(Version version, Content.TableFiles table) {
        synchronized (kept) {
            TableProfile known = kept.get(table.files());
            if (known != null) {
                return known;
            }
        }
        PublishedTables tables = new PublishedTables(facts);
        TableProfile found = workbench.ask(
                new Names(facts.graph()).of(version),
                tables.paths(List.of(version)),
                db -> new TableProfiler(db).profile(tables.asStored(version, table, db)));
        synchronized (kept) {
            kept.put(table.files(), found);
        }
        return found;
    }

    private static JsonObject column(Filled filled, Set<String> sensitive, Cells cells) {
        String name = filled.column().name();
        boolean masked = sensitive.contains(name);
        return Samples.column(filled.column(), sensitive)
                .with("nulls", filled.nulls())
                .with("distinct", filled.distinct().count())
                .with("distinct_is_estimated", filled.distinct().accuracy() == Accuracy.ESTIMATED)
                .with("min", cells.of(name, filled.extent().min()))
                .with("max", cells.of(name, filled.extent().max()))
                .with("histogram", masked ? List.of() : filled.bins(), bin -> new JsonObject()
                        .with("from", cells.of(name, bin.from()))
                        .with("to", cells.of(name, bin.to()))
                        .with("count", bin.count()))
                .with("top", masked ? List.of() : filled.top(), top -> new JsonObject()
                        .with("value", cells.of(name, top.value()))
                        .with("count", top.count()));
    }
}
