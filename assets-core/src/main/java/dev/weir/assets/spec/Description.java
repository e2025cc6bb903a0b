package dev.weir.assets.spec;

import java.util.List;

/// What people are told about an asset. No part of it changes what is computed.
public record Description(String text, String group, List<String> owners, List<String> tags, List<String> kinds) {

    public static final Description NONE = new Description("", "", List.of(), List.of(), List.of());

    public Description {
        owners = List.copyOf(owners);
        tags = List.copyOf(tags);
        kinds = List.copyOf(kinds);
    }
}
