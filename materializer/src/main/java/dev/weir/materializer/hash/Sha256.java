package dev.weir.materializer.hash;

/// A SHA-256 under way. Not safe for threads.
public sealed interface Sha256 permits JdkSha256, OpenSslSha256 {

    /// From how many bytes on OpenSSL is worth loading: it takes the JDK as long to hash them, where the JVM is started
    /// with its quick compiler alone (83 MB a second; OpenSSL 1,500).
    long MUCH = 8 << 20;

    /// The quickest one for an amount of work.
    ///
    /// @param bytes how many bytes will be hashed, roughly
    static Sha256 of(long bytes) {
        return bytes >= MUCH && OpenSsl.isThere() ? new OpenSslSha256() : new JdkSha256();
    }

    void update(byte[] bytes, int length);

    /// Ends this hash and begins the next one.
    ///
    /// @param hash where its 32 bytes go
    void finish(byte[] hash);
}
