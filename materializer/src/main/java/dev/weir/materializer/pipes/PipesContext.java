package dev.weir.materializer.pipes;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.json.Json;
import dev.weir.partitions.TimeWindow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a process is told.
///
/// @param codeVersion of the asset
/// @param partition the key; nothing of an asset without partitions
/// @param attempt from 1
/// @param extras what Weir says beyond what Dagster does: inputs, staging folder, configuration
public record PipesContext(
        AssetKey asset,
        String codeVersion,
        Optional<String> partition,
        Optional<TimeWindow> window,
        String run,
        int attempt,
        Map<String, ?> extras) {

    Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("asset_keys", List.of(asset.toString()));
        json.put("code_version_by_asset_key", Map.of(asset.toString(), codeVersion));
        Map<String, @Nullable Object> provenance = new LinkedHashMap<>();
        provenance.put(asset.toString(), null);
        json.put("provenance_by_asset_key", provenance);
        json.put("partition_key", partition.orElse(null));
        json.put(
                "partition_key_range",
                partition.map(key -> Map.of("start", key, "end", key)).orElse(null));
        json.put(
                "partition_time_window",
                window.map(time -> Map.of("start", time.start().toString(), "end", time.end().toString()))
                        .orElse(null));
        json.put("run_id", run);
        json.put("job_name", null);
        json.put("retry_number", attempt - 1);
        json.put("extras", extras);
        return json;
    }

    /// A text that is JSON already, as part of the extras.
    public static Object json(String text) {
        return new Json.Raw(text);
    }
}
