package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where one version came from, or where it went: exact versions, each once, the nearest first, and which read which.
///
/// @param truncated whether there was more than the limit allowed
public record LineageView(Version start, List<Found> found, List<Edge> edges, boolean truncated) {
    public LineageView {
        found = List.copyOf(found);
        edges = List.copyOf(edges);
    }

    /// A version that was reached.
    ///
    /// @param distance the least number of edges to the start
    public record Found(Version version, int distance) {}

    /// One version read another.
    public record Edge(VersionId upstream, VersionId downstream) {}

    /// What the version was made from, over at most so many steps.
    ///
    /// @param environment in which inputs that were read as a set were current
    public static LineageView upstreamOf(
            Version start, VersionStore store, EnvironmentName environment, int depth, int limit) {
        return follow(start, depth, limit, versions -> inputsOf(versions, store, environment));
    }

    /// What was made from the version, over at most so many steps.
    public static LineageView downstreamOf(Version start, VersionStore store, int depth, int limit) {
        return follow(start, depth, limit, versions -> readersOf(versions, store));
    }

    /// The versions found of one asset.
    public List<Version> of(AssetKey asset) {
        return found.stream()
                .map(Found::version)
                .filter(version -> version.target().asset().equals(asset))
                .toList();
    }

    private record Step(Set<Edge> edges, Map<VersionId, Version> versions) {}

    private interface Neighbors {
        Step of(Collection<Version> versions);
    }

    private static LineageView follow(Version start, int depth, int limit, Neighbors neighbors) {
        Map<VersionId, Found> found = new LinkedHashMap<>();
        Set<Edge> edges = new LinkedHashSet<>();
        Collection<Version> frontier = List.of(start);
        for (int distance = 1; distance <= depth && !frontier.isEmpty(); distance++) {
            Step step = neighbors.of(frontier);
            edges.addAll(step.edges);
            List<Version> next = new ArrayList<>();
            for (Version version : step.versions.values()) {
                if (found.size() >= limit) {
                    return new LineageView(start, List.copyOf(found.values()), List.copyOf(edges), true);
                }
                if (!version.id().equals(start.id())
                        && found.putIfAbsent(version.id(), new Found(version, distance)) == null) {
                    next.add(version);
                }
            }
            frontier = next;
        }
        return new LineageView(start, List.copyOf(found.values()), List.copyOf(edges), false);
    }

    private static Step inputsOf(Collection<Version> versions, VersionStore store, EnvironmentName environment) {
        Set<Edge> edges = new LinkedHashSet<>();
        for (Version version : versions) {
            for (InputUse input : version.inputs()) {
                switch (input) {
                    case InputUse.Exact exact -> edges.add(new Edge(exact.version(), version.id()));
                    case InputUse.Many many -> {
                        for (Publication each :
                                store.currentAsOf(environment, many.asset(), many.partitions(), many.asOf())) {
                            edges.add(new Edge(each.version(), version.id()));
                        }
                    }
                }
            }
        }
        Set<VersionId> ids = new LinkedHashSet<>();
        edges.forEach(edge -> ids.add(edge.upstream()));
        Map<VersionId, Version> byId = new HashMap<>();
        store.findAll(ids).forEach(version -> byId.put(version.id(), version));
        Map<VersionId, Version> inOrder = new LinkedHashMap<>();
        for (VersionId id : ids) {
            Version version = byId.get(id);
            if (version != null) {
                inOrder.put(id, version);
            }
        }
        return new Step(edges, inOrder);
    }

    private static Step readersOf(Collection<Version> versions, VersionStore store) {
        Set<Edge> edges = new LinkedHashSet<>();
        Map<VersionId, Version> readers = new LinkedHashMap<>();
        for (Version version : versions) {
            for (Version reader : store.readersOf(version.id())) {
                edges.add(new Edge(version.id(), reader.id()));
                readers.put(reader.id(), reader);
            }
        }
        return new Step(edges, readers);
    }
}
