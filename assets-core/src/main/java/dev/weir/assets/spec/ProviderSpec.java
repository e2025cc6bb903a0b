package dev.weir.assets.spec;

import dev.weir.partitions.PartitionsDefinition;

/// A class that adds assets when the project is loaded, and what holds for those of them that say nothing else.
public record ProviderSpec(Description description, PartitionsDefinition partitions, Execution execution) {}
