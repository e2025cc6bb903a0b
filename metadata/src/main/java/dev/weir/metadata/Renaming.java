package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One change of an asset's key, begun again until the database says that it happened.
///
/// The former key is gone when it has happened, so that only who has found it before the commit knows which it was. Each try has the
/// lock of the store: if one finds the new key, the try before it was the one.
final class Renaming {

    private final AssetKey asset;
    private final List<AssetKey> former;
    private Optional<AssetKey> found = Optional.empty();

    Renaming(AssetKey asset, List<AssetKey> former) {
        this.asset = asset;
        this.former = former;
    }

    /// In a transaction.
    ///
    /// @return the key it had, if it had another one
    Optional<AssetKey> in(Session session) throws SQLException {
        session.first(Guard.LOCK_STORE, row -> row.getLong(1));
        Set<String> known = known(session);
        if (!known.contains(asset.toString())) {
            found = firstOf(known);
            if (found.isPresent()) {
                rename(session, found.get());
            }
        }
        return found;
    }

    /// The key that it would be renamed from.
    Optional<AssetKey> formerKey(Session session) throws SQLException {
        Set<String> known = known(session);
        return known.contains(asset.toString()) ? Optional.empty() : firstOf(known);
    }

    private Set<String> known(Session session) throws SQLException {
        return new HashSet<>(session.query(
                "SELECT t.name FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS t (name) JOIN asset a ON a.asset_key = t.name",
                row -> row.getString(1),
                (Object) Stream.concat(Stream.of(asset), former.stream()).map(AssetKey::toString).toArray(String[]::new)));
    }

    private Optional<AssetKey> firstOf(Set<String> known) {
        return former.stream().filter(key -> known.contains(key.toString())).findFirst();
    }

    private void rename(Session session, AssetKey old) throws SQLException {
        session.updateAll(List.of(
                Statement.of("UPDATE asset SET asset_key = ? WHERE asset_key = ?", asset.toString(), old.toString())
                        .expecting(1),
                Statement.of("UPDATE store SET sequence = sequence + 1 WHERE id = 1").expecting(1)));
    }
}
