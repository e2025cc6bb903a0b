package dev.weir.materializer.warehouse;

/// What can be wrong with how a process uses its disk: each takes away one safeguard of the protocol.
public enum DiskFlaw {
    NONE,
    /// Manifests are written and renamed, but neither they nor their folder are synced.
    MANIFESTS_NOT_SYNCED,
    /// The content of staged files is not synced before they are published.
    DATA_NOT_SYNCED,
    /// The folders of objects are not synced before the commit.
    OBJECT_FOLDERS_NOT_SYNCED,
    /// Objects take their places while recovery removes others.
    WAREHOUSE_NOT_LOCKED,
    /// A process that was taken for dead does not notice that its manifest is gone.
    LOST_MANIFEST_NOT_NOTICED,
    /// Recovery does not look whether committed versions name the objects it removes.
    CONFIRMED_MANIFESTS_NOT_READ,
    /// Two processes write the view at once.
    VIEW_NOT_LOCKED,
    /// The lists of an asset's files are not synced before the catalog names them.
    LISTS_NOT_SYNCED,
    /// A process takes the catalog it wrote itself for the one in force.
    CATALOG_REMEMBERED,
    /// Garbage collection does not look what groups have placed that are not committed yet.
    UNCONFIRMED_MANIFESTS_NOT_READ,
    /// Garbage collection leaves the manifests as they are.
    COLLECTED_STAY_IN_MANIFESTS;

    /// Whether only garbage collection has it.
    public boolean isOfCollection() {
        return this == UNCONFIRMED_MANIFESTS_NOT_READ || this == COLLECTED_STAY_IN_MANIFESTS;
    }
}
