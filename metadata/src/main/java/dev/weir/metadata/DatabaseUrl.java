package dev.weir.metadata;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a database as somebody wrote it, be it right or wrong. It prints without a password.
public record DatabaseUrl(String written) {

    private static final Pattern PARAMETER = Pattern.compile("(?i)(password=)([^&;]*)");

    /// The password in it; as it is sent, where it is encoded.
    public Optional<String> password() {
        Matcher parameter = PARAMETER.matcher(written);
        if (!parameter.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(parameter.group(2), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.of(parameter.group(2));
        }
    }

    /// Whether it has a user before the host, where PostgreSQL's driver takes all for the host.
    boolean hasUserBeforeHost() {
        return PARAMETER.matcher(written).replaceAll("").split("[?]", 2)[0].contains("@");
    }

    // Whoever has forgotten to encode a password may have any character in it: what is hidden is rather too much.
    @Override
    public String toString() {
        String text = PARAMETER.matcher(written).replaceAll("$1***");
        int host = text.indexOf("//") + 2;
        int at = text.lastIndexOf('@');
        int colon = text.indexOf(':', host);
        return host > 1 && colon > 0 && colon < at ? text.substring(0, colon) + ":***" + text.substring(at) : text;
    }
}
