package dev.weir.assets.digest;

/// What the computation of an asset is at: its method and the user code it reaches.
public record CodeDigest(Digest value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
