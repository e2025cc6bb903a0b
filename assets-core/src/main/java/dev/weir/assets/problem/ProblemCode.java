package dev.weir.assets.problem;

import static dev.weir.assets.problem.ProblemKind.REFUSED;
import static dev.weir.assets.problem.ProblemKind.RESOURCES;
import static dev.weir.assets.problem.ProblemKind.SYSTEM;
import static dev.weir.assets.problem.ProblemKind.USER;

/// Every problem there is a name for. Programs may rely on the names.
public enum ProblemCode {
    UNKNOWN_UPSTREAM(USER),
    AMBIGUOUS_UPSTREAM(USER),
    TYPE_MISMATCH(USER),
    CYCLE(USER),
    DUPLICATE_KEY(USER),
    IMPOSSIBLE_MAPPING(USER),
    UNKNOWN_CHECK_TARGET(USER),
    UNKNOWN_CHECK_COLUMN(USER),
    MALFORMED_DECLARATION(USER),
    UNSUPPORTED_TYPE(USER),
    WRONG_QUERY(USER),
    UNKNOWN_ASSET(USER),
    AMBIGUOUS_ASSET(USER),
    UNKNOWN_PARTITION(USER),
    UNKNOWN_VERSION(USER),
    UNKNOWN_RUN(USER),
    MALFORMED_SELECTION(USER),
    NOTHING_SELECTED(USER),
    UNKNOWN_CONFIG(USER),
    MALFORMED_CONFIG(USER),
    MISSING_CONFIG(USER),
    UNKNOWN_RESOURCE(USER),
    AMBIGUOUS_RESOURCE(USER),
    MALFORMED_PROJECT(USER),
    MISSING_CLASSES(USER),
    MISSING_INDEX(USER),
    FOREIGN_INDEX(USER),
    DAMAGED_INDEX(USER),
    SOURCE_DOES_NOT_COMPILE(USER),
    NO_PROJECT(USER),
    USAGE(USER),
    CONFIRMATION_NEEDED(USER),
    INPUT_MISSING(REFUSED),
    PLAN_DRIFTED(REFUSED),
    FOREIGN_PROJECT(REFUSED),
    NEWER_SCHEMA(REFUSED),
    OLDER_SCHEMA(REFUSED),
    CORRUPT_OBJECT(REFUSED),
    MAVEN_MISSING(RESOURCES),
    DATABASE_IN_USE(RESOURCES),
    DATABASE_UNAVAILABLE(RESOURCES),
    DISK_FULL(RESOURCES),
    WAREHOUSE_UNAVAILABLE(RESOURCES),
    STATE_UNAVAILABLE(RESOURCES),
    INTERNAL(SYSTEM);

    private final ProblemKind kind;

    ProblemCode(ProblemKind kind) {
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
