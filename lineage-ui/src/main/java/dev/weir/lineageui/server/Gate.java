package dev.weir.lineageui.server;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.lineageui.api.Right;
import dev.weir.lineageui.api.Verb;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Whether a request comes from this machine's own page or from a program that holds a token. A page from elsewhere whose
/// name was made to point here says another Host; one that only sends requests says another Origin.
final class Gate {
    private static final Pattern OWN_NAME = Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::[0-9]{1,5})?");
    private static final String BEARER = "Bearer ";
    private static final String COOKIE = "weir-";

    private final Tokens tokens;

    Gate(Tokens tokens) {
        this.tokens = tokens;
    }

    /// @throws RefusedException if it comes from elsewhere
    void requireOwn(Request request) {
        List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
        if (hosts.size() != 1 || !OWN_NAME.matcher(hosts.getFirst()).matches()) {
            throw new RefusedException(
                    403, ProblemCode.NOT_ALLOWED, "This server answers to localhost only: use the link that weir server prints.");
        }
        List<String> origins = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        if (origins.stream().anyMatch(origin -> !origin.equals("http://" + hosts.getFirst()))) {
            throw fromElsewhere();
        }
    }

    /// @throws RefusedException if a page from elsewhere has sent it
    Right rightOf(Request request, Verb verb) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw fromElsewhere();
        }
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (authorization != null) {
            return authorization.startsWith(BEARER)
                    ? tokens.rightOf(authorization.substring(BEARER.length()))
                    : Right.NONE;
        }
        String session = session(request);
        if (session == null) {
            return Right.NONE;
        }
        Right right = tokens.rightOfSession(session);
        // Browsers say where a request comes from that changes something.
        if (right != Right.NONE && verb != Verb.GET && request.getHeaders().get(HttpHeader.ORIGIN) == null) {
            throw fromElsewhere();
        }
        return right;
    }

    private static RefusedException fromElsewhere() {
        return new RefusedException(403, ProblemCode.NOT_ALLOWED, "Another page has sent this request: only Weir's own may.");
    }

    private static @Nullable String session(Request request) {
        String name = cookieName(request);
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    // Browsers share cookies among the ports of a machine.
    private static String cookieName(Request request) {
        return COOKIE + Request.getLocalPort(request);
    }

    /// The header that gives a browser its session.
    String cookie(Request request, Right right) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
                .formatted(cookieName(request), tokens.session(right), Tokens.SESSION.toSeconds());
    }
}
