package dev.weir.metadata;

import dev.weir.materializer.collect.Judgement;
import dev.weir.materializer.version.VersionId;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// One condemnation, begun again until the database says that it happened.
///
/// What is condemned already is not judged any more, so that only who decided about it before the commit can tell of it: what the try
/// before has decided to condemn, and this one finds condemned, is told as done.
final class Condemning {

    private final List<VersionId> newestFirst;
    private final VersionReader reader;
    private final String clock;
    private final Set<VersionId> decided = new HashSet<>();

    Condemning(List<VersionId> newestFirst, VersionReader reader, String clock) {
        this.newestFirst = newestFirst;
        this.reader = reader;
        this.clock = clock;
    }

    /// In a transaction.
    Judgement in(Session session) throws SQLException {
        session.first(Guard.LOCK_STORE, row -> row.getLong(1));
        session.update("DELETE FROM pin WHERE expires_at <= " + clock);
        Judgement judgement = new CollectionFacts(session, reader, clock).judge(newestFirst, Set.of());
        if (!judgement.condemned().isEmpty()) {
            condemn(session, judgement.condemned());
        }
        decided.removeAll(judgement.kept().keySet());
        decided.addAll(judgement.condemned());
        return new Judgement(newestFirst.stream().filter(decided::contains).toList(), judgement.kept());
    }

    private void condemn(Session session, List<VersionId> versions) throws SQLException {
        UUID[] ids = versions.stream().map(VersionId::value).toArray(UUID[]::new);
        session.updateAll(List.of(
                Statement.of(
                                """
                                UPDATE version SET state = 'CONDEMNED'
                                WHERE id IN (SELECT t.id FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id))""",
                                (Object) ids)
                        .expecting(ids.length),
                Statement.of(
                                "INSERT INTO collected (version, condemned_at) SELECT t.id, " + clock
                                        + " FROM UNNEST(CAST(? AS UUID ARRAY)) AS t (id)",
                                (Object) ids)
                        .expecting(ids.length)));
    }
}
