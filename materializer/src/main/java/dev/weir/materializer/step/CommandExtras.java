package dev.weir.materializer.step;

import dev.weir.assets.Input.ReadVersion;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.materializer.pipes.PipesContext;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What Weir tells a command beyond what Dagster does: inputs, staging folder, configuration.
record CommandExtras(
        Surroundings with,
        StepTask task,
        AssetSpec asset,
        CommandInputs files,
        Function<InputSpec, List<CurrentVersion>> inputs) {

    Map<String, Object> toJson(Path staging) {
        Map<String, Object> read = new LinkedHashMap<>();
        Map<String, Object> config = new LinkedHashMap<>();
        for (Parameter parameter : asset.computation().parameters()) {
            switch (parameter) {
                case Parameter.Upstream(InputSpec input) -> read.put(SnakeCase.of(input.parameter()), input(input));
                case Parameter.PreviousVersion(InputSpec input) ->
                    read.put(SnakeCase.of(input.parameter()), input(input));
                case Parameter.Configuration(ConfigSpec record) -> config.put(record.name(), values(record));
                case Parameter.Window _,
                        Parameter.Key _,
                        Parameter.StagingFolder _,
                        Parameter.StepLog _,
                        Parameter.WantedAssets _ -> {}
            }
        }
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("inputs", read);
        extras.put("staging", staging.toString());
        extras.put("config", config);
        return extras;
    }

    private Map<String, Object> values(ConfigSpec record) {
        List<Object> values = with.code().valuesOf(record);
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            json.put(record.fields().get(i).name(), values.get(i));
        }
        return json;
    }

    private Map<String, Object> input(InputSpec input) {
        List<Object> versions = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("asset", input.reference());
        for (CurrentVersion read : inputs.apply(input)) {
            List<String> own = files.of(input, read);
            all.addAll(own);
            versions.add(version(read, own));
            if (read.version().content() instanceof Content.Json(String text)) {
                json.put("value", PipesContext.json(text));
            }
        }
        json.put("files", all);
        json.put("versions", versions);
        return json;
    }

    private Map<String, Object> version(CurrentVersion read, List<String> files) {
        ReadVersion version = with.values().read(read);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", version.name());
        version.partition().ifPresent(key -> json.put("partition", key));
        json.put("rows", version.rows());
        json.put("data_version", version.dataVersion());
        json.put("metadata", version.metadata());
        json.put("tags", version.tags());
        json.put("files", files);
        if (read.version().content() instanceof Content.Json(String text)) {
            json.put("value", PipesContext.json(text));
        }
        return json;
    }
}
