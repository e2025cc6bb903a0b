package dev.weir.assets;

/// A check of an asset that an [AssetProvider] adds, as `dev.weir.checks.Checks` makes them.
public interface AssetCheck {}
