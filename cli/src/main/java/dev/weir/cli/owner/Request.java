package dev.weir.cli.owner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A command that another process is to answer, with everything it would have found had it run itself.
///
/// @param weir which Weir asks
/// @param words of the command line
/// @param folder in which it was typed
/// @param variables of the environment, all of them: which one holds a secret only the project knows
/// @param zone in which people read times
/// @param out what standard output is
/// @param err what standard error is
public record Request(
        WeirBuild weir, List<String> words, Path folder, Map<String, String> variables, ZoneId zone, Terminal out, Terminal err) {

    private static final int MOST_ENTRIES = 1 << 20;

    public Request {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    /// What a stream leads to.
    ///
    /// @param columns how wide it is; 0 for a file or a pipe
    public record Terminal(int columns, Colour colour) {}

    /// Whether words may stand out.
    public enum Colour {
        YES,
        NO
    }

    Frame frame() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream data = new DataOutputStream(bytes);
            write(data, weir.version());
            write(data, weir.build());
            data.writeInt(words.size());
            for (String word : words) {
                write(data, word);
            }
            write(data, folder.toString());
            data.writeInt(variables.size());
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                write(data, variable.getKey());
                write(data, variable.getValue());
            }
            write(data, zone.getId());
            write(data, out);
            write(data, err);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Frame(Frame.Kind.REQUEST, bytes.toByteArray());
    }

    /// @throws ProtocolException if it is none
    static Request of(Frame frame) throws IOException {
        if (frame.kind() != Frame.Kind.REQUEST) {
            throw new ProtocolException(frame.kind() + " instead of a request");
        }
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(frame.content()))) {
            WeirBuild weir = new WeirBuild(text(data), text(data));
            List<String> words = new ArrayList<>();
            for (int left = count(data); left > 0; left--) {
                words.add(text(data));
            }
            Path folder = Path.of(text(data));
            Map<String, String> variables = new HashMap<>();
            for (int left = count(data); left > 0; left--) {
                variables.put(text(data), text(data));
            }
            return new Request(weir, words, folder, variables, ZoneId.of(text(data)), terminal(data), terminal(data));
        } catch (InvalidPathException | DateTimeException malformed) {
            throw new ProtocolException(malformed.getMessage());
        }
    }

    private static void write(DataOutputStream data, Terminal terminal) throws IOException {
        data.writeInt(terminal.columns());
        data.writeBoolean(terminal.colour() == Colour.YES);
    }

    private static Terminal terminal(DataInputStream data) throws IOException {
        int columns = data.readInt();
        return new Terminal(Math.max(0, columns), data.readBoolean() ? Colour.YES : Colour.NO);
    }

    private static void write(DataOutputStream data, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    private static String text(DataInputStream data) throws IOException {
        byte[] bytes = data.readNBytes(count(data, Frame.MOST_BYTES));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int count(DataInputStream data) throws IOException {
        return count(data, MOST_ENTRIES);
    }

    private static int count(DataInputStream data, int most) throws IOException {
        int count = data.readInt();
        if (count < 0 || count > most) {
            throw new ProtocolException("%d entries".formatted(count));
        }
        return count;
    }
}
