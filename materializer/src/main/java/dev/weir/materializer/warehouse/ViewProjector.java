package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.CommitNotes.Changes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Shows outside readers what is current in one environment: files that DuckDB, pandas or Spark can follow without
/// asking Weir. Threads may share it, and processes may each have one.
///
/// Invariants. Everything a catalog names is as of the catalog's one commit and durable before the catalog is. A catalog
/// is only replaced by one of a later commit. Whoever writes holds the lock of the view and has read the catalog since.
public final class ViewProjector {

    private static final int PUBLICATIONS_AT_ONCE = 10_000;
    // From so many on, one question for everything costs less than one for each.
    private static final int MANY_ASSETS = 100;

    private final Warehouse warehouse;
    private final VersionStore versions;
    private final EnvironmentName environment;
    private final InstantSource clock;
    private final ViewFolder folder;
    private final AssetViews views;
    private final Map<AssetKey, AssetKey> renamed;
    private final CommitNotes notes;
    private volatile Set<AssetKey> listed = Set.of();

    /// @param renamed the keys that assets have now by those they had before
    ViewProjector(
            Warehouse warehouse,
            VersionStore versions,
            EnvironmentName environment,
            InstantSource clock,
            ViewFolder folder,
            AssetViews views,
            Map<AssetKey, AssetKey> renamed) {
        this.warehouse = warehouse;
        this.versions = versions;
        this.environment = environment;
        this.clock = clock;
        this.folder = folder;
        this.views = views;
        this.renamed = Map.copyOf(renamed);
        this.notes = new CommitNotes(environment);
    }

    /// Brings the view up to the newest commit.
    ///
    /// @return the commit as of which the view is now
    public long project() {
        return locked(() -> advance(folder.catalog(), versions.sequence()));
    }

    /// Does the same so that no power cut takes the view back: whoever has brought it so far may have died before that was
    /// durable.
    ///
    /// @return the commit as of which the view is now
    public long projectDurably() {
        return locked(() -> {
            long sequence = advance(folder.catalog(), versions.sequence());
            folder.sync();
            return sequence;
        });
    }

    /// How the view stands to what the store knows.
    ///
    /// @param sequence the commit as of which it is
    /// @param different the assets that are not shown as they were then
    /// @param behind the assets that were published to, or moved, since then
    public record Shown(long sequence, Path folder, Set<AssetKey> different, Set<AssetKey> behind) {
        public Shown {
            different = new TreeSet<>(different);
            behind = new TreeSet<>(behind);
        }
    }

    /// Compares the view with the store, an asset at a time. Changes nothing; others may bring it up to date meanwhile.
    ///
    /// @param known assets that may be shown, beside those that are
    public Shown compare(Collection<AssetKey> known) {
        try {
            Catalog catalog = folder.catalog();
            Set<AssetKey> behind = changedBetween(catalog, versions.sequence());
            Set<AssetKey> assets = new TreeSet<>(catalog.assets().keySet());
            if (catalog.sequence() > 0) {
                assets.addAll(known);
            }
            Set<AssetKey> different = new TreeSet<>();
            for (AssetKey asset : assets) {
                if (!isShown(asset, catalog)) {
                    different.add(asset);
                }
            }
            return new Shown(catalog.sequence(), warehouse.viewOf(environment), different, behind);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "read view/" + environment, failure);
        }
    }

    private boolean isShown(AssetKey asset, Catalog catalog) throws IOException {
        Optional<AssetView> was = views.asOf(asset, catalog.sequence());
        Long listed = catalog.assets().get(asset);
        if (was.isEmpty() || listed == null) {
            return was.isEmpty() && listed == null;
        }
        Path file = warehouse.viewOf(environment).resolve(Catalog.fileOf(asset, listed));
        if (warehouse.files().size(file).isEmpty()) {
            return false;
        }
        AssetView shown = AssetView.parse(warehouse.files().read(file));
        return filesOf(shown).equals(filesOf(was.get()));
    }

    // Not by their names: what a partition is called goes with those who declare it.
    private static Map<Integer, List<String>> filesOf(AssetView view) {
        Map<Integer, List<String>> files = new HashMap<>();
        view.partitions().forEach(partition -> files.put(partition.ordinal(), partition.files()));
        return files;
    }

    /// Makes the view of what is current, whatever it was before; after the memory was made anew. The store has come further
    /// than the view said it had.
    public void projectAnew() {
        try (Closeable _ = folder.lock()) {
            Catalog _ = replace(Catalog.empty(environment), changesAfter(Catalog.empty(environment)));
            folder.replaceSql(folder.catalog());
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "make view/%s anew".formatted(environment), failure);
        }
    }

    /// Brings the view up to the newest commit that this process was told of.
    long projectNoted() {
        return locked(() -> advance(folder.catalog(), 0));
    }

    private interface Work {
        long done() throws IOException;
    }

    private long locked(Work work) {
        try (Closeable _ = folder.lock()) {
            return work.done();
        } catch (IOException failure) {
            notes.forget();
            String doing = "bring view/%s up to date (it is made anew if removed)".formatted(environment);
            throw Failures.of(warehouse.root(), doing, failure);
        } catch (RuntimeException | Error failure) {
            notes.forget();
            throw failure;
        }
    }

    void note(CommitGroup group, Committed outcome) {
        notes.note(group, outcome, listed);
    }

    private long advance(Catalog old, long newest) throws IOException {
        listed = Set.copyOf(old.assets().keySet());
        Changes changes =
                withRenamed(old, notes.take(old.sequence(), newest).orElseGet(() -> changesAfter(old)));
        Catalog catalog = old;
        if (changes.sequence() > old.sequence()) {
            catalog = replace(old, changes);
        }
        if (catalog.sequence() > 0) {
            folder.replaceSql(catalog);
        }
        return catalog.sequence();
    }

    // A renaming takes a number of the commits as well: readers find the asset under its new key, and not under the old.
    private Changes withRenamed(Catalog old, Changes changes) {
        Set<AssetKey> assets = new TreeSet<>(changes.assets());
        for (AssetKey listed : old.assets().keySet()) {
            AssetKey now = renamed.get(listed);
            // What has versions under both keys is listed under both.
            if (now != null && versions.current(environment, listed, Optional.empty()).isEmpty()) {
                assets.add(listed);
                assets.add(now);
            }
        }
        return assets.size() == changes.assets().size() ? changes : new Changes(changes.sequence(), assets);
    }

    private Catalog replace(Catalog old, Changes changes) throws IOException {
        Map<AssetKey, AssetView> changed = viewsOf(changes);
        SortedMap<AssetKey, Long> assets = new TreeMap<>(old.assets());
        assets.keySet().removeAll(changes.assets());
        changed.keySet().forEach(asset -> assets.put(asset, changes.sequence()));
        Catalog catalog = new Catalog(environment, changes.sequence(), assets);
        folder.write(changed.values());
        folder.replace(catalog);
        listed = Set.copyOf(assets.keySet());
        for (AssetKey asset : changed.keySet()) {
            folder.removeOld(asset, clock.instant());
        }
        return catalog;
    }

    private Changes changesAfter(Catalog old) {
        long newest = notes.restart(versions::sequence);
        return new Changes(newest, old.sequence() == 0 ? allOf(newest) : changedBetween(old, newest));
    }

    private Set<AssetKey> allOf(long newest) {
        Set<AssetKey> assets = new HashSet<>();
        for (CurrentVersion each : versions.current(environment)) {
            // What was published meanwhile may have been a table before.
            if (each.version().content() instanceof Content.TableFiles || each.sequence() > newest) {
                assets.add(each.version().target().asset());
            }
        }
        return assets;
    }

    // The assets that may look different to outside readers, as CommitNotes tells them of this process.
    private Set<AssetKey> changedBetween(Catalog old, long upTo) {
        Set<AssetKey> assets = new HashSet<>();
        long from = old.sequence();
        while (from < upTo) {
            List<Publication> page = versions.publishedAfter(environment, from, PUBLICATIONS_AT_ONCE);
            if (page.isEmpty()) {
                break;
            }
            addChanged(page, old.assets().keySet(), assets);
            from = page.getLast().sequence();
        }
        versions.movedAfter(environment, old.sequence()).forEach(move -> assets.add(move.target().asset()));
        return assets;
    }

    private void addChanged(List<Publication> page, Set<AssetKey> listed, Set<AssetKey> changed) {
        List<VersionId> unlisted = new ArrayList<>();
        for (Publication publication : page) {
            if (listed.contains(publication.target().asset())) {
                changed.add(publication.target().asset());
            } else {
                unlisted.add(publication.version());
            }
        }
        if (!unlisted.isEmpty()) {
            for (Version version : versions.findAll(unlisted)) {
                if (version.content() instanceof Content.TableFiles) {
                    changed.add(version.target().asset());
                }
            }
        }
    }

    private Map<AssetKey, AssetView> viewsOf(Changes changes) {
        Map<AssetKey, AssetView> made = new TreeMap<>();
        if (changes.assets().size() < MANY_ASSETS) {
            for (AssetKey asset : changes.assets()) {
                views.asOf(asset, changes.sequence()).ifPresent(view -> made.put(asset, view));
            }
            return made;
        }
        Map<AssetKey, List<CurrentVersion>> current = new TreeMap<>();
        for (CurrentVersion each : versions.current(environment)) {
            current.computeIfAbsent(each.version().target().asset(), _ -> new ArrayList<>()).add(each);
        }
        current.keySet().retainAll(changes.assets());
        current.forEach((asset, list) ->
                views.asOf(asset, changes.sequence(), list).ifPresent(view -> made.put(asset, view)));
        return made;
    }
}
