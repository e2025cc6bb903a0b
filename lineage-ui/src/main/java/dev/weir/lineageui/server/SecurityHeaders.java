package dev.weir.lineageui.server;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/// What every answer says to a browser: nothing may be loaded from elsewhere, nothing runs that is not a file of ours, and no
/// other page may look in.
final class SecurityHeaders {
    private static final HttpFields ALL = HttpFields.build()
            .add(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                            + "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
            .add("X-Content-Type-Options", "nosniff")
            .add("X-Frame-Options", "DENY")
            .add("Referrer-Policy", "no-referrer")
            .add("Cross-Origin-Opener-Policy", "same-origin")
            .add("Cross-Origin-Resource-Policy", "same-origin")
            .asImmutable();

    private SecurityHeaders() {}

    static void addTo(HttpFields.Mutable headers) {
        for (HttpField field : ALL) {
            headers.put(field);
        }
    }
}
