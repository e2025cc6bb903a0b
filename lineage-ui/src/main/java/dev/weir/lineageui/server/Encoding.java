package dev.weir.lineageui.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// How a body goes over the wire.
enum Encoding {
    PLAIN,
    GZIP;

    /// What saves the caller most.
    static Encoding bestFor(HttpFields headers) {
        return headers.getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip") ? GZIP : PLAIN;
    }
}
