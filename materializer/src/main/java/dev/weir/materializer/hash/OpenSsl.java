package dev.weir.materializer.hash;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.stream.Stream;

/// The libcrypto that comes with the operating system, of OpenSSL 1.1 or 3.
@SuppressWarnings("restricted") // calls into native code are what it is for
final class OpenSsl {

    private static final String[] NAMES = {"libcrypto.so.3", "libcrypto.so.1.1"};

    private static final Optional<SymbolLookup> LIBRARY = OpenSsl.class.getModule().isNativeAccessEnabled()
            ? Stream.of(NAMES).flatMap(name -> library(name).stream()).findFirst()
            : Optional.empty();

    private OpenSsl() {}

    /// Whether this machine has it, and this process may call it.
    static boolean isThere() {
        return LIBRARY.isPresent();
    }

    /// A function that neither blocks nor calls back, so that arrays of the heap are passed where they are.
    static MethodHandle function(String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker()
                .downcallHandle(LIBRARY.orElseThrow().findOrThrow(name), descriptor, Linker.Option.critical(true));
    }

    private static Optional<SymbolLookup> library(String name) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }
}
