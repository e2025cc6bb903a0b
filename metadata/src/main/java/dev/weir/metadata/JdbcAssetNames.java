package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetNames;
import java.util.List;
import java.util.Optional;

/// The names of assets in a database: one row each.
final class JdbcAssetNames implements AssetNames {

    private final Sessions sessions;
    private final Names names;

    JdbcAssetNames(Sessions sessions, Names names) {
        this.sessions = sessions;
        this.names = names;
    }

    @Override
    public void readAs(AssetKey asset, List<AssetKey> former) {
        names.readAs(asset, former);
    }

    @Override
    public Optional<AssetKey> formerOf(AssetKey asset, List<AssetKey> former) {
        return sessions.read(new Renaming(asset, former)::formerKey);
    }

    @Override
    public Optional<AssetKey> rename(AssetKey asset, List<AssetKey> former) {
        return names.rename(asset, former);
    }

    @Override
    public boolean knows(AssetKey asset) {
        return sessions.read(session -> names.knows(session, asset));
    }
}
