package dev.weir.assets.digest;

/// What an asset was configured with, without secrets.
public record ConfigDigest(Digest value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
