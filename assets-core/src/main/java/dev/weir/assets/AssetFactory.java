package dev.weir.assets;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What an [AssetProvider] adds assets to. Each method begins an asset of a kind of value; keys come after the prefix of
/// the provider's class. Valid while the provider is asked, for one thread.
public interface AssetFactory {

    /// An asset that gives a table, as a query makes it.
    <R extends Record> ProvidedAsset<Table<R>> table(String key, Class<R> rows);

    /// An asset that gives rows in an order.
    <R extends Record> ProvidedAsset<List<R>> list(String key, Class<R> rows);

    /// An asset that gives rows in an order, one after the other.
    <R extends Record> ProvidedAsset<Stream<R>> stream(String key, Class<R> rows);

    /// An asset that gives a small value: a `String`, `Integer`, `Long`, `Double`, `Boolean`, or a record of such.
    <T> ProvidedAsset<T> value(String key, Class<T> type);

    /// An asset that gives a file or a folder, written into [Inputs#staging()].
    ProvidedAsset<Path> file(String key);

    /// The entries of a YAML or JSON file of the project: a list of mappings, whose keys are the components of a record in
    /// snake_case. All that is wrong with the file is reported, with its lines.
    ///
    /// @param file from the project's folder
    <E extends Record> List<E> entries(String file, Class<E> entry);
}
