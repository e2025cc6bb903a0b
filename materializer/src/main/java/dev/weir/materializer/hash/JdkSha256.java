package dev.weir.materializer.hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The JDK's own. It is there on every machine and at once, and slow without the JVM's optimising compiler.
final class JdkSha256 implements Sha256 {

    private final MessageDigest digest;

    JdkSha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    @Override
    public void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    @Override
    public void finish(byte[] hash) {
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalArgumentException("SHA-256 has 32 bytes, not " + hash.length, e);
        }
    }
}
