package dev.weir.metadata;

import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The partitions a run claims at once.
final class ClaimRows {

    /// What an environment has of the targets: the epoch of the newest claim, the number it was promised, and the highest
    /// number any version has. The outer join leads both databases from the targets to the key; of a young table they have no
    /// statistics and would go through all targets for each partition.
    private static final String STAND =
            """
            SELECT t.target, p.epoch, p.claimed_number, p.last_number
            FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY)) AS t (target, place)
            LEFT JOIN partition_state p ON p.place = t.place
            WHERE p.epoch IS NOT NULL""";

    private static final String FIRST_CLAIM =
            """
            INSERT INTO partition_state
                (place, environment, asset, ordinal, epoch, claimed_by, claimed_number, last_number)
            SELECT t.place, CAST(? AS INTEGER), t.asset, t.ordinal, t.epoch, CAST(? AS UUID), t.number, 0
            FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY),
                        CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY))
                AS t (place, asset, ordinal, epoch, number)
            WHERE t.epoch = 1""";

    private static final String LATER_CLAIM =
            """
            MERGE INTO partition_state p
            USING UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY))
                AS t (place, epoch, number)
            ON t.epoch > 1 AND p.place = t.place
            WHEN MATCHED THEN UPDATE SET epoch = t.epoch, claimed_by = ?, claimed_number = t.number""";

    private final List<AssetPartition> targets;
    private final Integer[] indexes;
    private final Integer[] assets;
    private final Integer[] ordinals;
    private final Long[] epochs;
    private final Long[] numbers;
    private int claimedBefore;

    ClaimRows(List<AssetPartition> targets, Names names) {
        this.targets = targets;
        this.indexes = new Integer[targets.size()];
        this.assets = new Integer[targets.size()];
        this.ordinals = new Integer[targets.size()];
        this.epochs = new Long[targets.size()];
        this.numbers = new Long[targets.size()];
        Arrays.fill(epochs, 1L);
        Arrays.fill(numbers, 1L);
        for (int target = 0; target < assets.length; target++) {
            indexes[target] = target;
            assets[target] = names.id(targets.get(target).asset());
            ordinals[target] = targets.get(target).ordinal();
        }
    }

    /// Gives the run the next epoch of each. The store's row is locked: nobody else claims meanwhile.
    List<Claim> claim(Session session, int environment, RunId run) throws SQLException {
        Long[] places = places(environment);
        for (int each : session.query("SELECT id FROM environment", row -> row.getInt(1))) {
            session.query(
                    STAND, row -> follow(row, each == environment), indexes, each == environment ? places : places(each));
        }
        session.update(FIRST_CLAIM, environment, run.value(), places, assets, ordinals, epochs, numbers);
        if (claimedBefore > 0) {
            session.update(LATER_CLAIM, places, epochs, numbers, run.value());
        }
        List<Claim> claims = new ArrayList<>(targets.size());
        for (int target = 0; target < assets.length; target++) {
            claims.add(new Claim(targets.get(target), epochs[target], numbers[target]));
        }
        return claims;
    }

    private Long[] places(int environment) {
        Long[] places = new Long[assets.length];
        Arrays.setAll(places, target -> Place.of(environment, assets[target], ordinals[target]));
        return places;
    }

    // What an older claim of this environment was promised is free again: it is fenced. Another environment's is not.
    private int follow(ResultSet row, boolean own) throws SQLException {
        int target = row.getInt(1);
        long taken = own ? row.getLong(4) : Math.max(row.getLong(3), row.getLong(4));
        if (own) {
            epochs[target] = row.getLong(2) + 1;
            claimedBefore++;
        }
        numbers[target] = Math.max(numbers[target], taken + 1);
        return target;
    }
}
