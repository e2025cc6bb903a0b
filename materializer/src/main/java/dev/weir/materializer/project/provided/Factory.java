package dev.weir.materializer.project.provided;

import dev.weir.assets.AssetFactory;
import dev.weir.assets.ProvidedAsset;
import dev.weir.assets.Table;
import dev.weir.materializer.project.provided.Draft.Given;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes down what one provider says.
final class Factory implements AssetFactory {

    private final Path root;
    private final List<Draft<?>> drafts = new ArrayList<>();
    private final IdentityHashMap<Object, String> places = new IdentityHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /// @param root the folder of the project
    Factory(Path root) {
        this.root = root;
    }

    List<Draft<?>> drafts() {
        return drafts;
    }

    /// Where each entry stands in its file, such as `features.yaml:3`, by the entry itself.
    IdentityHashMap<Object, String> places() {
        return places;
    }

    /// What is wrong with the files.
    List<String> problems() {
        return problems;
    }

    @Override
    public <R extends Record> ProvidedAsset<Table<R>> table(String key, Class<R> rows) {
        return begin(key, Given.Kind.TABLE, Optional.of(rows));
    }

    @Override
    public <R extends Record> ProvidedAsset<List<R>> list(String key, Class<R> rows) {
        return begin(key, Given.Kind.LIST, Optional.of(rows));
    }

    @Override
    public <R extends Record> ProvidedAsset<Stream<R>> stream(String key, Class<R> rows) {
        return begin(key, Given.Kind.STREAM, Optional.of(rows));
    }

    @Override
    public <T> ProvidedAsset<T> value(String key, Class<T> type) {
        return begin(key, Given.Kind.VALUE, Optional.of(type));
    }

    @Override
    public ProvidedAsset<Path> file(String key) {
        return begin(key, Given.Kind.FILE, Optional.empty());
    }

    private <T> ProvidedAsset<T> begin(String key, Given.Kind kind, Optional<Class<?>> type) {
        Draft<T> draft = new Draft<>(key, new Given(kind, type));
        drafts.add(draft);
        return draft;
    }

    @Override
    public <E extends Record> List<E> entries(String file, Class<E> entry) {
        EntryFile<E> read = new EntryFile<>(file, entry);
        List<E> entries = read.read(root.resolve(file));
        places.putAll(read.places());
        problems.addAll(read.problems());
        return entries;
    }
}
