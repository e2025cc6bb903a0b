package dev.weir.materializer.hash;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.weir.assets.digest.Digest;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// OpenSSL's, with the instructions that the processor has for it, as its manual page EVP_DigestInit(3) says how.
@SuppressWarnings("restricted") // a context is freed by native code
final class OpenSslSha256 implements Sha256 {

    private static final MethodHandle NEW = OpenSsl.function("EVP_MD_CTX_new", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle FREE = OpenSsl.function("EVP_MD_CTX_free", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle SHA256 = OpenSsl.function("EVP_sha256", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle BEGIN =
            OpenSsl.function("EVP_DigestInit_ex", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle UPDATE =
            OpenSsl.function("EVP_DigestUpdate", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle FINISH =
            OpenSsl.function("EVP_DigestFinal_ex", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));

    /// Freed when nothing refers to it any more.
    private final MemorySegment context;

    OpenSslSha256() {
        try {
            context = ((MemorySegment) NEW.invokeExact()).reinterpret(Arena.ofAuto(), OpenSslSha256::free);
            begin((MemorySegment) SHA256.invokeExact());
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static void free(MemorySegment context) {
        try {
            FREE.invokeExact(context);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    public void update(byte[] bytes, int length) {
        try {
            requireOne((int) UPDATE.invokeExact(context, MemorySegment.ofArray(bytes), (long) length));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    public void finish(byte[] hash) {
        if (hash.length != Digest.BYTES) {
            throw new IllegalArgumentException("SHA-256 has 32 bytes, not " + hash.length);
        }
        try {
            requireOne((int) FINISH.invokeExact(context, MemorySegment.ofArray(hash), MemorySegment.NULL));
            begin(MemorySegment.NULL);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /// @param kind which digest; the context's own if it is NULL
    private void begin(MemorySegment kind) throws Throwable {
        requireOne((int) BEGIN.invokeExact(context, kind, MemorySegment.NULL));
    }

    private static void requireOne(int result) {
        if (result != 1) {
            throw new IllegalStateException("OpenSSL cannot compute SHA-256");
        }
    }

    private static RuntimeException failed(Throwable e) {
        return switch (e) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException("OpenSSL cannot compute SHA-256", e);
        };
    }
}
