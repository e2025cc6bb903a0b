package dev.weir.materializer.publish;

/// The places at which a publication can be cut short, in their order. One constant stands for one place in the code,
/// so that a test can stop the process exactly there; what is left over at each is the recovery's business.
public enum CrashPoint {
    /// The claims of a run's steps are durable.
    P0_CLAIMED,
    /// A step's method is about to run.
    P1_STARTED,
    /// A step's staging folder exists.
    P2_STAGING_CREATED,
    /// A file is written and synced, but does not bear its final name.
    P2_FILE_SYNCED,
    /// A file bears its final name in staging.
    P2_FILE_NAMED,
    /// The checks of a step have been run on staging.
    P3_CHECKED,
    /// The verdicts are in and a commit group holds the results; nothing of the group is on disk.
    P4_DECIDED,
    /// The group's manifest segment is durable: from here on the group's intent is known.
    P5_SEGMENT_DURABLE,
    /// One of the group's objects has its place.
    P5_OBJECT_PLACED,
    /// All of them have, their folders are not synced.
    P5_OBJECTS_PLACED,
    /// Everything that the commit will name is durable.
    P5_FOLDERS_SYNCED,
    /// The commit is about to be sent.
    P6_BEFORE_COMMIT,
    /// The commit point has passed.
    P6_COMMITTED,
    /// The segment is filed as confirmed.
    P7_SEGMENT_CONFIRMED,
    /// The staging folder of the run is gone.
    P7_STAGING_REMOVED,
    /// An asset's new list of files is durable, the catalog does not name it yet.
    P8_ASSET_LISTED,
    /// Outside readers see the new catalog.
    P8_CATALOG_REPLACED,
    /// Outside readers see the new SQL views.
    P8_SQL_REPLACED,
    /// A changeset's manifest segment is durable, no pointer has moved.
    M1_ANNOUNCED,
    /// The pointers of a changeset have moved; outside readers do not see it yet.
    M2_MOVED,
    /// Outside readers see what a changeset moved; its segment is not confirmed.
    M3_SHOWN,
    /// The segment of a changeset is filed as confirmed.
    M4_CONFIRMED,
    /// Recovery has removed one object.
    R1_OBJECT_REMOVED,
    /// Recovery has removed a segment's objects durably, the segment is still there.
    R2_OBJECTS_REMOVED,
    /// Recovery has removed a segment.
    R3_SEGMENT_REMOVED,
    /// Recovery has removed a run's staging folder.
    R4_STAGING_REMOVED,
    /// Versions are condemned; their files and manifests are there.
    C1_CONDEMNED,
    /// A manifest segment does not name the condemned versions any more.
    C2_SEGMENT_REWRITTEN,
    /// One object of a condemned version is gone.
    C3_OBJECT_REMOVED,
    /// All objects of condemned versions are gone durably, the database does not know.
    C4_OBJECTS_REMOVED,
    /// The database knows that the files of condemned versions are gone.
    C5_REMOVED
}
