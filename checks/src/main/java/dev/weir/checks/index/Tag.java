package dev.weir.checks.index;

/// Which variant follows in an index. The names are part of the format: another name is another [IndexFormat#NUMBER].
enum Tag {
    NONE,
    UNPARTITIONED,
    TIME,
    UPSTREAM,
    WINDOW,
    KEY,
    STAGING_FOLDER,
    STEP_LOG,
    CONFIGURATION,
    PREVIOUS_VERSION,
    IDENTITY,
    ALL,
    WINDOWS,
    OVERLAPPING,
    RELATIVE,
    LAST,
    SPECIFIC,
    EVERY,
    PREVIOUS,
    NOT_NULL_COLUMN,
    UNIQUE_COLUMNS,
    COLUMN_RANGE,
    ROW_COUNT_RANGE,
    CUSTOM_METHOD,
    OF_RESOURCE,
    OF_CONFIG,
    OF_SECRET,
    INHERIT,
    OF
}
