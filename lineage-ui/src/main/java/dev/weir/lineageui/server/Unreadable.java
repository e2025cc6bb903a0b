package dev.weir.lineageui.server;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers what is no request that could be looked at: a malformed head, a path that could be read in two ways.
final class Unreadable implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 400 : response.getStatus();
        response.setStatus(status);
        SecurityHeaders.addTo(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.TYPE);
        Problem problem = Problem.of(ProblemCode.USAGE, "The request cannot be understood: send HTTP/1.1, and paths as they are documented.");
        response.write(true, ByteBuffer.wrap(ProblemDocument.of(status, List.of(problem))), callback);
        return true;
    }
}
