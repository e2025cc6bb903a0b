package dev.weir.assets.problem;

import dev.weir.assets.AssetKey;

/// What a problem is about, so that an edge can point at it: the processor at an element, the command line at a word.
public sealed interface Subject {

    /// The project as a whole, or what the message itself names.
    record Project() implements Subject {}

    /// An asset's declaration.
    record OfAsset(AssetKey asset) implements Subject {}

    /// A parameter of an asset's method, by its Java name.
    record OfParameter(AssetKey asset, String parameter) implements Subject {}

    /// A check, by its name and the asset it is about, in the words of the declaration, as no asset may be found.
    record OfCheck(String asset, String check) implements Subject {}

    /// A place in a text the user typed, from 0.
    record OfText(String text, int position) implements Subject {}

    /// A place in a source that was compiled.
    ///
    /// @param file its name
    /// @param line from 1
    /// @param column from 1, in characters
    /// @param fact what is wrong there, without where that is
    record OfSource(String file, int line, int column, String fact) implements Subject {}
}
