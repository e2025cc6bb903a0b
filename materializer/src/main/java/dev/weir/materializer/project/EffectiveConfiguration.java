package dev.weir.materializer.project;

import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Retention;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.WrittenDuration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// All values that hold, with their origins: of a project as a whole, or of one asset. For one thread.
final class EffectiveConfiguration {

    private final ProjectFile file;
    private final Configuration configuration;
    private final Secrets secrets;
    private final List<EffectiveValue> values = new ArrayList<>();

    EffectiveConfiguration(ProjectFile file, Configuration configuration, Secrets secrets) {
        this.file = file;
        this.configuration = configuration;
        this.secrets = secrets;
    }

    List<EffectiveValue> ofAll() {
        file.identity().id().ifPresent(id -> add("project", id, file.places().getOrDefault("project", placeOf("project.id"))));
        file.limits().parallel().ifPresent(parallel -> add("parallel", parallel, placeOf("parallel")));
        file.limits().pools().forEach((pool, limit) -> add("pools." + pool, limit, placeOf("pools." + pool)));
        file.upkeep().grace().ifPresent(
                grace -> add("retention.grace", WrittenDuration.write(grace), placeOf("retention.grace")));
        file.upkeep().logs().ifPresent(
                logs -> add("retention.logs", logs.toString(), placeOf("retention.logs")));
        file.upkeep().runs().ifPresent(
                runs -> add("retention.runs", runs.toString(), placeOf("retention.runs")));
        AssetDefaults defaults = file.defaults();
        addExecution("defaults.", defaults.execution(), Execution.PLAIN);
        addTexts("defaults.owners", defaults.owners(), placeOf("defaults.owners"));
        addTexts("defaults.tags", defaults.tags(), placeOf("defaults.tags"));
        addConfig(configuration.records());
        file.jobs().forEach((name, job) -> {
            add("jobs." + name + ".select", job.selection().toString(), placeOf("jobs." + name + ".select"));
            job.config().forEach((section, fields) -> new TreeMap<>(fields).forEach((field, text) ->
                    add("jobs." + name + ".config." + section + "." + field, text.text(), text.place())));
        });
        file.secrets().keySet().stream().sorted().forEach(this::addSecret);
        return values;
    }

    /// @param declared the asset as its class declares it
    List<EffectiveValue> of(AssetSpec asset, AssetSpec declared, Requirements asked) {
        addExecution("", asset.execution(), declared.execution());
        addTexts(
                "owners",
                asset.description().owners(),
                declared.description().owners().isEmpty() ? placeOf("defaults.owners") : "code");
        for (String tag : asset.description().tags()) {
            add("tags", tag, declared.description().tags().contains(tag) ? "code" : placeOf("defaults.tags"));
        }
        addConfig(asked.configs());
        asked.secrets().forEach(this::addSecret);
        return values;
    }

    private void addExecution(String prefix, Execution execution, Execution declared) {
        String retryPlace = file.places().getOrDefault("defaults.retry.max", EffectiveValue.DEFAULT);
        addSetting(prefix + "retry", execution.retry(), EffectiveConfiguration::inWords, declared.retry(), retryPlace);
        addSetting(
                prefix + "timeout",
                execution.timeout(),
                WrittenDuration::write,
                declared.timeout(),
                placeOf("defaults.timeout"));
        addSetting(prefix + "pool", execution.pool(), Object::toString, declared.pool(), placeOf("defaults.pool"));
        if (!(execution.keep() instanceof Setting.Inherit)) {
            addSetting(prefix + "keep", execution.keep(), Retention::toString, declared.keep(), placeOf("defaults.keep"));
        }
    }

    private <T> void addSetting(
            String name, Setting<T> setting, Function<T, String> text, Setting<T> declared, String place) {
        boolean inCode = !(declared instanceof Setting.Inherit);
        if (!name.startsWith("defaults.") || !(setting instanceof Setting.Inherit)) {
            add(name, setting.value().map(text).orElse("none"), inCode ? "code" : place);
        }
    }

    private static String inWords(RetryPolicy retry) {
        return "max %d, delay %s, backoff %s, jitter %s"
                .formatted(
                        retry.max(),
                        WrittenDuration.write(retry.delay()),
                        retry.backoff().name().toLowerCase(Locale.ROOT),
                        retry.jitter());
    }

    private void addTexts(String name, List<String> texts, String place) {
        if (!texts.isEmpty()) {
            add(name, texts, place);
        }
    }

    private void addConfig(Collection<ConfigSpec> records) {
        Map<String, EffectiveValue> fields = new TreeMap<>();
        for (ConfigSpec record : records) {
            List<Configuration.Value> written = configuration.writtenOf(record);
            for (int i = 0; i < written.size(); i++) {
                String name = "config." + record.name() + "." + record.fields().get(i).name();
                String place = written.get(i).place();
                fields.put(name, new EffectiveValue(
                        name, written.get(i).value(), place.equals("@Default") ? "default in code" : place));
            }
        }
        values.addAll(fields.values());
    }

    private void addSecret(String name) {
        SecretSource source = file.secrets().get(name);
        String origin = switch (source) {
            case null -> "nowhere: weir.yaml has no such secret";
            case SecretSource.Variable(String variable) -> "environment: " + variable;
            case SecretSource.File(var path) -> "file: " + path;
        };
        add("secrets." + name, isThere(name) ? EffectiveValue.MASKED : "not set", origin);
    }

    private boolean isThere(String name) {
        try {
            var _ = secrets.fetch(name);
            return true;
        } catch (WeirException missing) {
            return false;
        }
    }

    private String placeOf(String name) {
        return file.places().getOrDefault(name, EffectiveValue.DEFAULT);
    }

    private void add(String name, Object value, String origin) {
        values.add(new EffectiveValue(name, value, origin));
    }
}
