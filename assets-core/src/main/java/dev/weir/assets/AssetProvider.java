package dev.weir.assets;

/// Adds assets when a project is loaded, such as one for each entry of a file. A class that implements it is made as any
/// class with assets is, its constructor taking resources and configuration; what `@Assets` and the partitions on the
/// class say holds for each of them that says nothing else.
///
/// It is asked once in each process, before anything is planned, also by commands that only look: it should be quick,
/// give the same for the same files and configuration, and reach for nothing far away.
///
/// javac does not know these assets. A parameter that reads one says so: `@From(value = "features/speed",
/// provided = true)`, or `@From(pattern = "features/*")`.
public interface AssetProvider {

    /// Adds the assets, one by one. What it throws is a problem of the declaration, as is all that is wrong with them.
    void declare(AssetFactory assets) throws Exception;
}
