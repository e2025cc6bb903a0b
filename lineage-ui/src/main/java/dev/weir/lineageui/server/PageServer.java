package dev.weir.lineageui.server;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.api.Routes;
import java.io.IOException;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// Serves routes and the page on this machine's own address, one virtual thread a request. Started when it is made.
public final class PageServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int MOST_REQUESTS = 500;
    private static final long IDLE_MILLIS = 150_000;

    private final Server server;
    private final ServerConnector connector;

    private PageServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// @param port 0 for any that is free
    /// @param faults records a fault of Weir's own, and says where
    /// @throws WeirException if the port cannot be had
    public static PageServer start(int port, Routes routes, Tokens tokens, Function<Throwable, Problem> faults) {
        VirtualThreadPool threads = new VirtualThreadPool(MOST_REQUESTS);
        threads.setName("weir-server");
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(LONGEST_HEAD);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        FrontDoor door = new FrontDoor(routes, tokens, faults);
        server.setHandler(door);
        server.setErrorHandler(new Unreadable());
        // Browsers keep connections open; what is asked over them can be asked again.
        server.setStopTimeout(0);
        begin(server, connector, port);
        return new PageServer(server, connector);
    }

    private static void begin(Server server, ServerConnector connector, int port) {
        try {
            connector.open();
        } catch (IOException taken) {
            throw new WeirException(
                    ProblemCode.PORT_IN_USE,
                    "Port %d of this machine is in use: end what uses it, or name another with --port, such as --port 0 for any that is free."
                            .formatted(port),
                    taken);
        }
        try {
            server.start();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// Where it is reached, without a slash at the end.
    public String address() {
        return "http://" + LOOPBACK + ":" + port();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
