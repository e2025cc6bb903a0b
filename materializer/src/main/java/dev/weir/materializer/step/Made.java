package dev.weir.materializer.step;

import dev.weir.assets.digest.DataDigest;
import dev.weir.checks.Verdict;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.version.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a place has made and staged, and nobody has checked.
///
/// @param data the digest of the content
/// @param order whether that of its rows means something
/// @param verdicts of checks that were made where it was made
public record Made(Content content, DataDigest data, RowOrder order, Said said, List<Verdict> verdicts) {

    public Made {
        verdicts = List.copyOf(verdicts);
    }

    /// What the author said of it.
    ///
    /// @param dataVersion replaces the digest
    public record Said(Map<String, Object> metadata, Map<String, String> tags, Optional<String> dataVersion) {}
}
