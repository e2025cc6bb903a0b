package dev.weir.assets;

import java.nio.file.Path;

/// A folder of its own for an asset that writes files while it computes. It vanishes when the run has ended; its files are
/// not kept with the version.
public interface Staging {

    /// The folder; it exists and is empty.
    Path folder();
}
