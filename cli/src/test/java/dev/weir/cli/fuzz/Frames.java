package dev.weir.cli.fuzz;

import dev.weir.cli.owner.ForeignFrame;
import dev.weir.cli.owner.Request;
import dev.weir.cli.owner.WeirBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// What is sent to the socket of the database's owner, and from there.
final class Frames implements Target {

    @Override
    public List<byte[]> seeds() {
        Request request = new Request(
                new WeirBuild("1.0", "abc"),
                List.of("plan", "--json"),
                Path.of("/work"),
                Map.of("PATH", "/bin"),
                ZoneOffset.UTC,
                new Request.Terminal(80, Request.Colour.YES),
                new Request.Terminal(0, Request.Colour.NO));
        return List.of(ForeignFrame.of(request), new byte[] {'x', 0, 0, 0, 4, 0, 0, 0, 3}, new byte[] {'o', 0, 0, 0, 1, 'a', 'c', 0, 0, 0, 0});
    }

    @Override
    public void take(byte[] input) {
        try {
            ForeignFrame.read(input);
        } catch (IOException refused) {
            // It says nothing, and the connection is closed.
        }
    }
}
