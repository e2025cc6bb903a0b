package dev.weir.cli.command;

import dev.weir.cli.argument.Syntax.Words;

/// How commands explain the words that name something.
final class ReferenceWords {
    static final Words ASSET = Words.one("ASSET", "An asset, one partition of it (asset@P) or one version (asset@P#n)");
    static final String RUN = "The id of a run or its beginning, or latest";

    private ReferenceWords() {}
}
