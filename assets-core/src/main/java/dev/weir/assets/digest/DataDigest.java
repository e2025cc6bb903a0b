package dev.weir.assets.digest;

/// What a computation produced: schema and content, of the output only.
public record DataDigest(Digest value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
