package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The files of one environment's view. Whoever writes holds its lock.
final class ViewFolder {

    /// How long a file is kept after another took its place, for readers that have read the catalog before.
    private static final Duration GRACE = Duration.ofHours(24);

    private static final int KEPT = 2;

    private final Warehouse warehouse;
    private final EnvironmentName environment;
    private final CrashPoints crashPoints;
    private final Path folder;

    // What views.sql says of an asset, by the commit its file is of.
    private final Map<AssetKey, Map.Entry<Long, String>> statements = new HashMap<>();

    ViewFolder(Warehouse warehouse, EnvironmentName environment, CrashPoints crashPoints) {
        this.warehouse = warehouse;
        this.environment = environment;
        this.crashPoints = crashPoints;
        this.folder = warehouse.viewOf(environment);
    }

    Closeable lock() throws IOException {
        if (!warehouse.files().isFolder(folder)) {
            warehouse.files().createFolder(folder);
            warehouse.files().syncFolder(DurableFiles.parentOf(folder));
        }
        return warehouse.files().lock(folder.resolve("_lock"), Sharing.ALONE);
    }

    /// The catalog that is in force. One that is missing or damaged is empty: all of it can be made again.
    Catalog catalog() throws IOException {
        Path file = folder.resolve(Catalog.NAME);
        if (warehouse.files().size(file).isEmpty()) {
            return Catalog.empty(environment);
        }
        try {
            return Catalog.parse(warehouse.files().read(file));
        } catch (com.fasterxml.jackson.core.JacksonException | IllegalArgumentException damaged) {
            return Catalog.empty(environment);
        }
    }

    /// Makes the files of assets durable; no reader knows of them yet.
    void write(Collection<AssetView> views) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (AssetView view : views) {
            Path file = folder.resolve(Catalog.fileOf(view.asset(), view.sequence()));
            Path assetFolder = DurableFiles.parentOf(file);
            warehouse.files().createFolder(assetFolder);
            warehouse.durable().put(file, temporaryOf(file), view.toJson());
            folders.add(assetFolder);
            statements.put(view.asset(), Map.entry(view.sequence(), ViewSql.create(view, warehouse.root())));
            crashPoints.reached(CrashPoint.P8_ASSET_LISTED);
        }
        warehouse.durable().sync(folders);
        if (!folders.isEmpty()) {
            warehouse.files().syncFolder(folder);
        }
    }

    /// From now on readers see this catalog.
    void replace(Catalog catalog) throws IOException {
        Path file = folder.resolve(Catalog.NAME);
        warehouse.durable().replace(file, temporaryOf(file), catalog.toJson());
        crashPoints.reached(CrashPoint.P8_CATALOG_REPLACED);
    }

    /// Makes durable what is there, whoever wrote it. What a catalog names is durable before the catalog is written.
    void sync() throws IOException {
        Path file = folder.resolve(Catalog.NAME);
        if (warehouse.files().size(file).isPresent()) {
            warehouse.files().sync(file);
        }
        warehouse.files().syncFolder(folder);
        warehouse.files().syncFolder(DurableFiles.parentOf(folder));
    }

    /// Writes the SQL that belongs to the catalog, unless it is there.
    void replaceSql(Catalog catalog) throws IOException {
        String header = ViewSql.header(environment, catalog, warehouse.root());
        Path file = folder.resolve(ViewSql.NAME);
        if (!header.equals(firstLineOf(file))) {
            StringBuilder sql = new StringBuilder(header).append('\n');
            for (Map.Entry<AssetKey, Long> asset : catalog.assets().entrySet()) {
                sql.append(statement(asset.getKey(), asset.getValue()));
            }
            byte[] content = sql.toString().getBytes(StandardCharsets.UTF_8);
            warehouse.durable().replace(file, temporaryOf(file), ByteBuffer.wrap(content));
            crashPoints.reached(CrashPoint.P8_SQL_REPLACED);
        }
    }

    /// Whether the SQL names files where the warehouse was before it moved.
    boolean isOfAnotherPlace() throws IOException {
        String header = firstLineOf(folder.resolve(ViewSql.NAME));
        return !header.isEmpty() && !header.endsWith(ViewSql.place(warehouse.root()));
    }

    /// Removes files of an asset that nobody can be reading any more.
    void removeOld(AssetKey asset, Instant now) throws IOException {
        TreeMap<Long, Path> newestFirst = new TreeMap<>(Comparator.reverseOrder());
        for (Path file : warehouse.files().list(folder.resolve(PathName.of(asset)))) {
            long sequence = Catalog.sequenceIn(file.getFileName().toString());
            if (sequence >= 0) {
                newestFirst.put(sequence, file);
            } else {
                warehouse.files().delete(file);
            }
        }
        List<Path> files = new ArrayList<>(newestFirst.values());
        for (int i = KEPT; i < files.size(); i++) {
            Instant replaced = warehouse.files().lastModified(files.get(i - 1));
            if (replaced.plus(GRACE).isBefore(now)) {
                warehouse.files().delete(files.get(i));
            }
        }
    }

    private String statement(AssetKey asset, long sequence) throws IOException {
        Map.Entry<Long, String> known = statements.get(asset);
        if (known == null || known.getKey() != sequence) {
            AssetView view =
                    AssetView.parse(warehouse.files().read(folder.resolve(Catalog.fileOf(asset, sequence))));
            known = Map.entry(sequence, ViewSql.create(view, warehouse.root()));
            statements.put(asset, known);
        }
        return known.getValue();
    }

    private String firstLineOf(Path file) throws IOException {
        return warehouse.files().size(file).isEmpty() ? "" : warehouse.files().firstLine(file);
    }

    private static Path temporaryOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }
}
