package dev.weir.assets.spec;

/// One parameter of an asset's or a check's method, in order of declaration.
public sealed interface Parameter {

    /// Reads an asset.
    record Upstream(InputSpec input) implements Parameter {}

    /// Takes the `TimeWindow` of the partition.
    record Window() implements Parameter {}

    /// Takes the `PartitionKey`.
    record Key() implements Parameter {}

    /// Takes a folder to write files into.
    record StagingFolder() implements Parameter {}

    /// Takes the log of the step.
    record StepLog() implements Parameter {}

    /// Takes which of the assets of its method are wanted.
    record WantedAssets() implements Parameter {}

    /// Takes a record of configuration.
    record Configuration(ConfigSpec config) implements Parameter {}

    /// Takes the partition before, or the earlier version, of the asset itself.
    record PreviousVersion(InputSpec input) implements Parameter {}
}
