package dev.weir.metadata;

import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.collect.Kept;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Finds what speaks for versions, a few statements for all of them.
final class CollectionFacts {

    /// When readers ceased to see each of them: the first change of its pointer after the last that showed it.
    private static final String REPLACED =
            """
            SELECT s.id, s.run, s.shown,
                   (SELECT MIN(o.sequence) FROM version o WHERE o.asset = s.asset AND o.ordinal = s.ordinal
                    AND o.environment = s.environment AND o.sequence > s.shown),
                   (SELECT MIN(m.sequence) FROM pointer_move m WHERE m.environment = s.environment
                    AND m.asset = s.asset AND m.ordinal = s.ordinal AND m.sequence > s.shown)
            FROM (SELECT v.id, v.run, v.environment, v.asset, v.ordinal,
                         CASE WHEN v.sequence IS NULL THEN 0
                              WHEN COALESCE(m.sequence, 0) > v.sequence THEN m.sequence ELSE v.sequence END AS shown
                  FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
                  LEFT JOIN version v ON v.id = t.id
                  LEFT JOIN (SELECT version, MAX(sequence) AS sequence FROM pointer_move
                             WHERE version IS NOT NULL GROUP BY version) m ON m.version = v.id) s""";

    private static final String NOT_CONDEMNED = "v.state <> 'CONDEMNED'";

    private final Session session;
    private final VersionReader reader;
    private final String clock;

    CollectionFacts(Session session, VersionReader reader, String clock) {
        this.session = session;
        this.reader = reader;
        this.clock = clock;
    }

    /// A version as far as this is concerned.
    private record Row(int asset, int ordinal) {}

    Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned) throws SQLException {
        Map<UUID, Row> rows = rows(newestFirst, NOT_CONDEMNED);
        UUID[] ids = rows.keySet().toArray(UUID[]::new);
        Map<UUID, Kept> kept = new HashMap<>();
        // What is found last is what counts: what readers see before all else.
        inUse(ids, kept);
        pinned(ids, kept);
        seen(rows, kept);
        Map<UUID, List<UUID>> readers = readers(rows);
        Set<UUID> there = there(readers.values().stream().flatMap(List::stream).distinct().toArray(UUID[]::new), NOT_CONDEMNED);
        List<Judgement.Facts> facts = new ArrayList<>();
        rows.keySet().forEach(id -> facts.add(new Judgement.Facts(
                new VersionId(id),
                Optional.ofNullable(kept.get(id)),
                readers.getOrDefault(id, List.of()).stream().map(VersionId::new).toList())));
        return Judgement.of(facts, id -> asIfCondemned.contains(id) || !there.contains(id.value()));
    }

    /// Which of them may be forgotten: no version that is there has read them.
    ///
    /// @param newestFirst which were collected
    /// @param asIfForgotten what is to count as not there
    List<VersionId> unread(List<VersionId> newestFirst, Set<VersionId> asIfForgotten) throws SQLException {
        Map<UUID, Row> rows = rows(newestFirst, "v.state = 'CONDEMNED'");
        Map<UUID, List<UUID>> readers = readers(rows);
        Set<UUID> there = there(readers.values().stream().flatMap(List::stream).distinct().toArray(UUID[]::new), "v.id IS NOT NULL");
        List<Judgement.Facts> facts = new ArrayList<>();
        rows.keySet().forEach(id -> facts.add(new Judgement.Facts(
                new VersionId(id),
                Optional.empty(),
                readers.getOrDefault(id, List.of()).stream().map(VersionId::new).toList())));
        return Judgement.of(facts, id -> asIfForgotten.contains(id) || !there.contains(id.value())).condemned();
    }

    private Map<UUID, Row> rows(Collection<VersionId> versions, String condition) throws SQLException {
        Map<UUID, Row> found = new HashMap<>();
        UUID[] ids = versions.stream().map(VersionId::value).toArray(UUID[]::new);
        session.query(
                """
                SELECT v.id, v.asset, v.ordinal FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
                LEFT JOIN version v ON v.id = t.id WHERE\s""" + condition,
                row -> found.put(row.getObject(1, UUID.class), new Row(row.getInt(2), row.getInt(3))),
                (Object) ids);
        Map<UUID, Row> inOrder = new LinkedHashMap<>();
        for (UUID id : ids) {
            Row row = found.get(id);
            if (row != null) {
                inOrder.put(id, row);
            }
        }
        return inOrder;
    }

    private void seen(Map<UUID, Row> rows, Map<UUID, Kept> kept) throws SQLException {
        List<Integer> environments = session.query("SELECT id FROM environment", row -> row.getInt(1));
        Long[] places = rows.values().stream()
                .distinct()
                .flatMap(row -> environments.stream().map(each -> Place.of(each, row.asset, row.ordinal)))
                .toArray(Long[]::new);
        session.query(
                """
                SELECT p.current_version, p.rejected_version FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS t (place)
                LEFT JOIN partition_state p ON p.place = t.place WHERE p.place IS NOT NULL""",
                row -> {
                    UUID rejected = row.getObject(2, UUID.class);
                    UUID current = row.getObject(1, UUID.class);
                    if (rejected != null) {
                        kept.put(rejected, new Kept.StandsRejected());
                    }
                    return current == null ? null : kept.put(current, new Kept.Current());
                },
                (Object) places);
    }

    private void pinned(UUID[] ids, Map<UUID, Kept> kept) throws SQLException {
        session.query(
                """
                SELECT p.version, p.holder FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
                LEFT JOIN pin p ON p.version = t.id
                WHERE p.id IS NOT NULL AND (p.expires_at IS NULL OR p.expires_at > %s)""".formatted(clock),
                row -> kept.put(row.getObject(1, UUID.class), new Kept.Pinned(row.getString(2))),
                (Object) ids);
    }

    // Whatever a run reads was current when it was recorded, or later.
    private void inUse(UUID[] ids, Map<UUID, Kept> kept) throws SQLException {
        Map<UUID, Long> live = new HashMap<>();
        session.query(
                "SELECT id, since_sequence FROM run WHERE status IN ('QUEUED', 'RUNNING')",
                row -> live.put(row.getObject(1, UUID.class), row.getLong(2)));
        if (live.isEmpty()) {
            return;
        }
        long since = live.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        session.query(
                REPLACED,
                row -> {
                    long shown = row.getLong(3);
                    long published = row.getLong(4);
                    boolean isNewest = row.wasNull();
                    long moved = row.getLong(5);
                    boolean isUnmoved = row.wasNull();
                    long replaced = Math.min(
                            isNewest ? Long.MAX_VALUE : published, isUnmoved ? Long.MAX_VALUE : moved);
                    boolean isInUse = live.containsKey(row.getObject(2, UUID.class)) || (shown > 0 && replaced > since);
                    return isInUse ? kept.put(row.getObject(1, UUID.class), new Kept.InUse()) : null;
                },
                (Object) ids);
    }

    private Map<UUID, List<UUID>> readers(Map<UUID, Row> rows) throws SQLException {
        Map<UUID, List<UUID>> readers = new HashMap<>();
        session.query(
                """
                SELECT i.input_version, i.reader_versions FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
                LEFT JOIN version_input i ON i.input_version = t.id WHERE i.input_version IS NOT NULL""",
                row -> readers.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .addAll(InputRows.readers(row.getBytes(2))),
                (Object) rows.keySet().toArray(UUID[]::new));
        Set<Integer> readAmongMany = new HashSet<>(session.query(
                """
                SELECT DISTINCT r.asset FROM version_range_input r
                WHERE r.asset IN (SELECT t.asset FROM UNNEST(CAST(? AS INTEGER ARRAY)) AS t (asset))""",
                row -> row.getInt(1),
                (Object) rows.values().stream().map(Row::asset).distinct().toArray(Integer[]::new)));
        for (Map.Entry<UUID, Row> each : rows.entrySet()) {
            if (readAmongMany.contains(each.getValue().asset)) {
                List<UUID> all = readers.computeIfAbsent(each.getKey(), _ -> new ArrayList<>());
                Readers.among(session, each.getKey(), reader).stream()
                        .map(Version::id)
                        .map(VersionId::value)
                        .forEach(all::add);
            }
        }
        return readers;
    }

    private Set<UUID> there(UUID[] readers, String condition) throws SQLException {
        Set<UUID> there = new HashSet<>();
        for (int from = 0; from < readers.length; from += 16_384) {
            there.addAll(session.query(
                    """
                    SELECT v.id FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)
                    LEFT JOIN version v ON v.id = t.id WHERE\s""" + condition,
                    row -> row.getObject(1, UUID.class),
                    (Object) Arrays.copyOfRange(readers, from, Math.min(readers.length, from + 16_384))));
        }
        return there;
    }
}
