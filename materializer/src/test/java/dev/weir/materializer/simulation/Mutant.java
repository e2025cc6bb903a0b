package dev.weir.materializer.simulation;

import dev.weir.materializer.warehouse.DiskFlaw;

/// The protocol with one safeguard taken away. The switches exist here only: each is a wrapper around Weir's own code.
enum Mutant {
    PUBLISH_WITHOUT_EPOCH_GUARD("a commit does not look whether another run has claimed the partition"),
    PUBLISH_WITHOUT_RUN_GUARD("a commit does not look whether the run still is its owner's"),
    PUBLISH_AFTER_LEASE("a commit does not look whether the lease has ended"),
    CLAIM_WITHOUT_EPOCH("a claim does not raise the epoch, which alone decides"),
    TURN_DESPITE_RIVAL("a turn is given although another run that lives is at some of it"),
    TURN_OF_A_PART("who has to wait claims what it need not wait for"),
    TURN_WITHOUT_LEASE("who waits does not look whether the lease of the other lasts"),
    LEASE_BY_NODE_CLOCK("leases are judged by the clock of whoever asks"),
    COMMIT_NOT_IDEMPOTENT("each offer of a group is taken for a new one"),
    UNKNOWN_COMMIT_CLEANED_UP("after an unknown outcome the group's files are removed"),
    UNKNOWN_COMMIT_FAILED("an unknown outcome is taken for a refusal"),
    COMMIT_BEFORE_FILES("the commit is sent before the files have their places"),
    MANIFEST_NOT_SYNCED("a manifest is not synced before the commit", DiskFlaw.MANIFESTS_NOT_SYNCED),
    DATA_NOT_SYNCED("the content of files is not synced before the commit", DiskFlaw.DATA_NOT_SYNCED),
    FOLDERS_NOT_SYNCED("the folders of files are not synced before the commit", DiskFlaw.OBJECT_FOLDERS_NOT_SYNCED),
    VERDICT_OF_ANOTHER_VERSION("a check's verdict on the version before counts"),
    REFUSED_PART_TOLD_COMMITTED("a group without its fenced results is taken for the whole group"),
    MEMBER_WITHOUT_SIBLINGS("a part of what one call made is published without the rest"),
    RECOVERY_BY_AGE("recovery takes a run for ended that is older than a minute"),
    RECOVERY_WITHOUT_ASKING("recovery does not ask whether a group was committed"),
    RECOVERY_OF_FAILED_ONLY("recovery leaves alone what succeeded runs have staged"),
    RECOVERY_WITHOUT_SHARING(
            "recovery does not look whether other versions share a file", DiskFlaw.CONFIRMED_MANIFESTS_NOT_READ),
    RECOVERY_WITHOUT_LOCK("recovery removes files while others take their places", DiskFlaw.WAREHOUSE_NOT_LOCKED),
    LOST_MANIFEST_NOT_NOTICED(
            "a process taken for dead places files that no manifest names", DiskFlaw.LOST_MANIFEST_NOT_NOTICED),
    NO_REAPER("nobody ends the runs of dead processes"),
    NO_REAPER_OF_QUEUED("nobody ends the runs that were recorded and never started"),
    VIEW_WITHOUT_COMPARING("the view is written without reading the one in force", DiskFlaw.CATALOG_REMEMBERED),
    VIEW_WITHOUT_LOCK("two processes write the view at once", DiskFlaw.VIEW_NOT_LOCKED),
    VIEW_LISTS_NOT_SYNCED("the view names lists of files that are not synced", DiskFlaw.LISTS_NOT_SYNCED),
    CANCEL_NOT_FINAL("an owner ends its run whatever it has become"),
    GC_BEFORE_CONDEMN("files are removed before their versions are condemned"),
    GC_BY_AGE("what is older than half a minute is condemned, whatever speaks for it"),
    GC_DELETES_INPUTS("versions are condemned of which versions were made that are kept"),
    GC_DELETES_REJECTED("versions are condemned that stand as rejected"),
    GC_IGNORES_PINS("versions are condemned that a reader has pinned"),
    GC_IGNORES_RUNS("versions are condemned that a running run may be reading"),
    GC_WITHOUT_GRACE("files go as soon as their version is condemned"),
    GC_WITHOUT_SHARING("files go that other versions have too"),
    GC_WITHOUT_UNCONFIRMED("files go that a group has placed and not committed yet", DiskFlaw.UNCONFIRMED_MANIFESTS_NOT_READ),
    GC_WITHOUT_MANIFESTS("manifests go on naming what was collected", DiskFlaw.COLLECTED_STAY_IN_MANIFESTS),
    GC_WITHOUT_SHOWING("versions are condemned that outside readers are still shown"),
    FORGETS_BY_AGE("what was collected is forgotten by its age alone"),
    FORGETS_FILES("versions are forgotten whose files were not removed"),
    FORGETS_INPUTS("versions are forgotten of which versions were made that are remembered"),
    FORGETS_RUNNING("runs are forgotten that have not ended"),
    FORGETS_THE_LAST("runs are forgotten whose step is the last of its partition"),
    FORGETS_BEFORE_RECOVERY("runs are forgotten of which nobody has looked what they have left"),
    FORGETS_WITHOUT_SETTLING("runs are forgotten of which a power cut may bring something back"),
    PIN_TIMED_FROM_REPLY("a reader counts on its pin from when it was granted"),
    POOL_COUNTS_THE_DEAD("the slots of runs that do not live are taken too"),
    POOL_OF_ONE_RUN("who enters a pool does not count the steps of other runs"),
    POOL_WITHOUT_LOCK("who enters a pool has looked for room a little earlier"),
    POOL_ENTERED_TWICE("who asks for a slot again, as the answer was lost, finds it taken by itself"),
    POOL_LEFT_ONCE("who leaves a pool does not ask whether that has arrived");

    private final String meaning;
    private final DiskFlaw flaw;

    Mutant(String meaning) {
        this(meaning, DiskFlaw.NONE);
    }

    Mutant(String meaning, DiskFlaw flaw) {
        this.meaning = meaning;
        this.flaw = flaw;
    }

    String meaning() {
        return meaning;
    }

    DiskFlaw flaw() {
        return flaw;
    }
}
