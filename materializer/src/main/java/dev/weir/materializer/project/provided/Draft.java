package dev.weir.materializer.project.provided;

import dev.weir.assets.AssetCheck;
import dev.weir.assets.Backoff;
import dev.weir.assets.Output;
import dev.weir.assets.ProvidedAsset;
import dev.weir.assets.Reading;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Labels;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.assets.spec.Retention;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.WrittenDuration;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a provider has said of one asset so far. It is judged when all has been said.
final class Draft<T> implements ProvidedAsset<T> {

    private static final double JITTER = 0.1;

    /// How the asset is computed, once that is said.
    sealed interface Way {
        record ByQuery(String sql) implements Way {}

        record ByCode(Compute<?> compute) implements Way {}
    }

    final String key;
    final Given given;
    private String text = "";
    private Optional<String> group = Optional.empty();
    private List<String> owners = List.of();
    private List<String> tags = List.of();
    private List<String> kinds = List.of();
    private Setting<RetryPolicy> retry = new Setting.Inherit<>();
    private Setting<Duration> timeout = new Setting.Inherit<>();
    private Optional<String> pool = Optional.empty();
    private Optional<String> keep = Optional.empty();
    private Optional<PartitionsDefinition> partitions = Optional.empty();
    final List<Reading> readings = new ArrayList<>(2);
    final List<String> after = new ArrayList<>(0);
    final List<AssetCheck> checks = new ArrayList<>(0);
    Optional<String> codeVersion = Optional.empty();
    Optional<List<@Nullable Object>> digest = Optional.empty();
    Optional<Way> way = Optional.empty();

    /// Which value the asset gives: the kind and, if it has one, the class.
    record Given(Kind kind, Optional<Class<?>> type) {
        enum Kind {
            TABLE,
            LIST,
            STREAM,
            VALUE,
            FILE
        }
    }

    Draft(String key, Given given) {
        this.key = key;
        this.given = given;
    }

    /// @throws IllegalArgumentException if a label is empty, or cannot stand beside another
    Description description(ProviderSpec provider) {
        requireLabels("owners", owners);
        requireLabels("tags", tags);
        requireLabels("kinds", kinds);
        Description shared = provider.description();
        return new Description(
                text,
                group.orElse(shared.group()),
                owners.isEmpty() ? shared.owners() : owners,
                Labels.tags(shared.tags(), tags),
                kinds);
    }

    private static void requireLabels(String what, List<String> labels) {
        try {
            Labels.require(what, labels);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("%s: %s".formatted(what, wrong.getMessage()), wrong);
        }
    }

    PartitionsDefinition partitions(ProviderSpec provider) {
        return partitions.orElse(provider.partitions());
    }

    /// @throws IllegalArgumentException if the name of the pool, or what is kept, is malformed, or a timeout leaves no time
    Execution execution(ProviderSpec provider) {
        Setting<Duration> limit = timeout.value().map(WrittenDuration::limit).orElse(timeout);
        Setting<PoolName> named = pool.isPresent() ? PoolName.parse(pool.get()) : new Setting.Inherit<>();
        Setting<Retention> kept = keep.isPresent()
                ? new Setting.Of<>(Retention.parse(keep.get()))
                : new Setting.Inherit<>();
        return new Execution(retry, limit, named).keeping(kept).orElse(provider.execution());
    }

    @Override
    public ProvidedAsset<T> describedAs(String sentence) {
        text = sentence;
        return this;
    }

    @Override
    public ProvidedAsset<T> group(String name) {
        group = Optional.of(name);
        return this;
    }

    @Override
    public ProvidedAsset<T> owners(String... names) {
        owners = List.of(names);
        return this;
    }

    @Override
    public ProvidedAsset<T> tags(String... labels) {
        tags = List.of(labels);
        return this;
    }

    @Override
    public ProvidedAsset<T> kinds(String... names) {
        kinds = List.of(names);
        return this;
    }

    @Override
    public ProvidedAsset<T> partitioned(PartitionsDefinition definition) {
        partitions = Optional.of(definition);
        return this;
    }

    @Override
    public ProvidedAsset<T> retry(int max, Duration delay) {
        retry = max == 0
                ? new Setting.None<>()
                : new Setting.Of<>(new RetryPolicy(max, delay, Backoff.EXPONENTIAL, JITTER));
        return this;
    }

    @Override
    public ProvidedAsset<T> timeout(Duration longest) {
        timeout = new Setting.Of<>(longest);
        return this;
    }

    @Override
    public ProvidedAsset<T> pool(String name) {
        pool = Optional.of(name);
        return this;
    }

    @Override
    public ProvidedAsset<T> keep(String what) {
        keep = Optional.of(what);
        return this;
    }

    @Override
    public ProvidedAsset<T> after(String... assets) {
        after.addAll(List.of(assets));
        return this;
    }

    @Override
    public ProvidedAsset<T> reading(Reading reading) {
        readings.add(reading);
        return this;
    }

    @Override
    public ProvidedAsset<T> checks(AssetCheck... others) {
        checks.addAll(List.of(others));
        return this;
    }

    @Override
    public ProvidedAsset<T> codeVersion(String version) {
        codeVersion = Optional.of(version);
        return this;
    }

    @Override
    public ProvidedAsset<T> digest(Object... values) {
        digest = Optional.of(List.of(values));
        return this;
    }

    @Override
    public void query(String sql) {
        way = Optional.of(new Way.ByQuery(sql));
    }

    @Override
    public void compute(Compute<T> compute) {
        way = Optional.of(new Way.ByCode(compute));
    }

    @Override
    public void computeOutput(Compute<Output<T>> compute) {
        way = Optional.of(new Way.ByCode(compute));
    }
}
