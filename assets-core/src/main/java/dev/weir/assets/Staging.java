package dev.weir.assets;

import java.nio.file.Path;

/// A folder of its own for an asset that writes its own files. What is in it becomes part of the version when the method
/// returns, and vanishes when it fails.
public interface Staging {

    /// The folder; it exists and is empty.
    Path folder();
}
