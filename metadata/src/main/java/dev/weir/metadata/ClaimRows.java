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

    /// One row a target: the newest epoch in this environment; the highest number any version has, and any claim of
    /// another environment was promised. What an older claim of this one was promised is free again: it is fenced.
    private static final String STAND =
            """
            SELECT t.place,
                   MAX(CASE WHEN e.id = ? THEN p.epoch ELSE 0 END),
                   MAX(CASE WHEN e.id <> ? AND p.claimed_number > p.last_number THEN p.claimed_number
                            ELSE p.last_number END)
            FROM UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY))
                 AS t (place, asset, ordinal)
            CROSS JOIN environment e
            JOIN partition_state p ON p.environment = e.id AND p.asset = t.asset AND p.ordinal = t.ordinal
            GROUP BY t.place""";

    private static final String CLAIM =
            """
            MERGE INTO partition_state p
            USING UNNEST(CAST(? AS INTEGER ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY),
                         CAST(? AS BIGINT ARRAY)) AS t (asset, ordinal, epoch, number)
            ON p.environment = ? AND p.asset = t.asset AND p.ordinal = t.ordinal
            WHEN MATCHED THEN UPDATE SET epoch = t.epoch, claimed_by = ?, claimed_number = t.number
            WHEN NOT MATCHED THEN INSERT (environment, asset, ordinal, epoch, claimed_by, claimed_number, last_number)
            VALUES (?, t.asset, t.ordinal, t.epoch, ?, t.number, 0)""";

    private final List<AssetPartition> targets;
    private final Integer[] places;
    private final Integer[] assets;
    private final Integer[] ordinals;
    private final Long[] epochs;
    private final Long[] numbers;

    ClaimRows(List<AssetPartition> targets, Names names) {
        this.targets = targets;
        this.places = new Integer[targets.size()];
        this.assets = new Integer[targets.size()];
        this.ordinals = new Integer[targets.size()];
        this.epochs = new Long[targets.size()];
        this.numbers = new Long[targets.size()];
        Arrays.fill(epochs, 1L);
        Arrays.fill(numbers, 1L);
        for (int place = 0; place < places.length; place++) {
            places[place] = place;
            assets[place] = names.id(targets.get(place).asset());
            ordinals[place] = targets.get(place).ordinal();
        }
    }

    /// Gives the run the next epoch of each. The store's row is locked: nobody else claims meanwhile.
    List<Claim> claim(Session session, int environment, RunId run) throws SQLException {
        session.query(STAND, this::follow, environment, environment, places, assets, ordinals);
        session.update(
                CLAIM, assets, ordinals, epochs, numbers, environment, run.value(), environment, run.value());
        List<Claim> claims = new ArrayList<>(targets.size());
        for (int place = 0; place < places.length; place++) {
            claims.add(new Claim(targets.get(place), epochs[place], numbers[place]));
        }
        return claims;
    }

    private int follow(ResultSet row) throws SQLException {
        int place = row.getInt(1);
        epochs[place] = row.getLong(2) + 1;
        numbers[place] = row.getLong(3) + 1;
        return place;
    }
}
