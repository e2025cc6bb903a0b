package dev.weir.metadata;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns rows into versions again.
final class VersionReader {

    /// What to select, of `version v`; columns of the caller's own follow.
    static final String COLUMNS =
            """
            v.id, v.asset, v.ordinal, v.number, v.state, v.run, v.attempt, v.epoch, v.created_at, v.code_digest,
            v.config_digest, v.inputs_digest, v.data_digest, v.table_schema, v.content, v.inputs, v.metadata, v.tags,
            v.tainted""";

    /// The first column of the caller's own.
    static final int NEXT = 20;

    private final Names names;

    VersionReader(Names names) {
        this.names = names;
    }

    Version read(Session session, ResultSet row) throws SQLException {
        int schema = row.getInt(14);
        Schema columns = row.wasNull() ? null : names.schema(session, schema);
        return new Version(
                new VersionId(row.getObject(1, UUID.class)),
                new AssetPartition(names.asset(session, row.getInt(2)), row.getInt(3)),
                row.getLong(4),
                VersionState.valueOf(row.getString(5)),
                origin(row),
                digests(row),
                ContentColumns.read(columns, row.getString(15)),
                InputBytes.read(row.getBytes(16), id -> names.asset(session, id)),
                object(row.getString(17)),
                tags(row.getString(18)),
                Text.orEmpty(row.getString(19)));
    }

    private static Version.Origin origin(ResultSet row) throws SQLException {
        return new Version.Origin(
                new RunId(row.getObject(6, UUID.class)),
                row.getInt(7),
                row.getLong(8),
                Micros.instant(row.getLong(9)));
    }

    private static Digests digests(ResultSet row) throws SQLException {
        return new Digests(
                new CodeDigest(Digest.of(row.getBytes(10))),
                new ConfigDigest(Digest.of(row.getBytes(11))),
                Digest.of(row.getBytes(12)),
                new DataDigest(Digest.of(row.getBytes(13))));
    }

    private static Map<String, Object> object(@Nullable String text) {
        return text == null ? Map.of() : StoredJson.readObject(text);
    }

    private static Map<String, String> tags(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        StoredJson.readObject(text).forEach((name, value) -> tags.put(name, value.toString()));
        return tags;
    }
}
