package dev.weir.assets;

import dev.weir.partitions.PartitionsDefinition;
import java.time.Duration;
import java.util.Collection;

/// An asset that an [AssetProvider] is about to add. It is added with the last word, how it is computed.
///
/// What is said here goes before what the provider's class says; of tags, those of both count.
///
/// @param <T> what it gives
public interface ProvidedAsset<T> {

    /// What the asset is, in one sentence.
    ProvidedAsset<T> describedAs(String sentence);

    ProvidedAsset<T> group(String group);

    ProvidedAsset<T> owners(String... owners);

    /// Labels to select by, `key=value` or `key`.
    ProvidedAsset<T> tags(String... tags);

    ProvidedAsset<T> kinds(String... kinds);

    ProvidedAsset<T> partitioned(PartitionsDefinition partitions);

    /// Tries again so many times after a pause that doubles each time; 0 is no retry whatever the class says.
    ProvidedAsset<T> retry(int max, Duration delay);

    /// How long one attempt may take.
    ProvidedAsset<T> timeout(Duration timeout);

    /// The pool whose limit it shares, or `none`.
    ProvidedAsset<T> pool(String pool);

    /// Which old versions are kept, such as `last 30`; see [Asset#keep].
    ProvidedAsset<T> keep(String what);

    /// Assets that are computed first although this one does not read them.
    ProvidedAsset<T> after(String... assets);

    /// Reads assets as tables of the columns that these say they have, each called by the last segment of its key.
    default ProvidedAsset<T> reading(Collection<String> assets) {
        assets.forEach(asset -> reading(Reading.table(asset)));
        return this;
    }

    /// Reads an asset as a table of such rows, called by the last segment of its key in [Inputs] and in queries.
    default <R extends Record> ProvidedAsset<T> reading(String asset, Class<R> rows) {
        return reading(Reading.table(asset, rows));
    }

    ProvidedAsset<T> reading(Reading reading);

    /// Ready-made checks of it, as `dev.weir.checks.Checks` makes them.
    ProvidedAsset<T> checks(AssetCheck... checks);

    /// Replaces the digest of the code: while it stays the same, changed code does not make the asset stale.
    ProvidedAsset<T> codeVersion(String version);

    /// What stands for the values that the code below was given, in place of these values themselves: for those that
    /// cannot be compared, or where only part of one matters. Texts, numbers, records of these, lists and maps.
    ProvidedAsset<T> digest(Object... values);

    /// Adds the asset: a query over what it reads, in DuckDB's dialect. For tables only.
    void query(String sql);

    /// Adds the asset. It is stale when the code changes, or a value it was given: the variables that a lambda uses from
    /// around it, or the components of a record that implements [Compute]. These are texts, numbers, records of these,
    /// lists and maps; or what the provider's constructor was given.
    void compute(Compute<T> compute);

    /// The same with metadata, tags or a data version of its own.
    void computeOutput(Compute<Output<T>> compute);

    /// How a provided asset is computed. To be written as a lambda, a reference to a method, or a record.
    @FunctionalInterface
    interface Compute<T> extends java.io.Serializable {
        T from(Inputs inputs) throws Exception;
    }
}
