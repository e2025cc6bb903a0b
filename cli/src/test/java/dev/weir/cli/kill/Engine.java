package dev.weir.cli.kill;

/// A kind of database that Weir works with.
enum Engine {
    H2,
    POSTGRESQL
}
