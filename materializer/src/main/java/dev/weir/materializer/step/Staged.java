package dev.weir.materializer.step;

import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.materializer.value.JsonValue;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.version.Content;
import java.util.List;

/// What an attempt has produced, or what an audit looks at: the content, the digest of its data, and where its files can
/// be read now.
record Staged(Content content, DataDigest data, List<TableFile> files) {

    /// Nothing but the fact that it was computed.
    static final Staged NOTHING = new Staged(new Content.Nothing(), digest("nothing", ""), List.of());

    Staged {
        files = List.copyOf(files);
    }

    static Staged json(String text) {
        return new Staged(new Content.Json(text), JsonValue.digest(text), List.of());
    }

    /// The same with a version of the author's own in place of the digest of the data.
    Staged at(String dataVersion) {
        return new Staged(content, digest("data version", dataVersion), files);
    }

    private static DataDigest digest(String kind, String value) {
        Digest digest = new Hasher().add(kind).add(value).finish();
        return new DataDigest(digest);
    }
}
