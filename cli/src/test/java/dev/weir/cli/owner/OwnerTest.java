package dev.weir.cli.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an owner makes of clients that are none.
class OwnerTest {

    private static final WeirBuild WEIR = new WeirBuild("1.0", "this one");
    private static final Request.Terminal FILE = new Request.Terminal(0, Request.Colour.NO);

    @TempDir
    Path state;

    private final CountDownLatch told = new CountDownLatch(1);
    private Owner owner;

    @BeforeEach
    void begin() throws InterruptedException {
        owner = Owner.of(
                new Owner.Place(state, List.of()),
                () -> WEIR,
                this::answer,
                new Patience(Duration.ofMillis(200), Duration.ofMillis(200)));
        while (!Files.exists(state.resolve("owner"))) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void end() {
        owner.end(Owner.Leaving.NOW, _ -> {});
        assertThat(state).isEmptyDirectory();
    }

    private int answer(Request request, Answering.Asker asker) {
        asker.whenGone(told::countDown);
        try {
            byte[] answer = (request.words() + "\n").getBytes(StandardCharsets.UTF_8);
            for (int times = request.words().contains("long") ? Integer.MAX_VALUE : 1; times > 0 && (times == 1 || told.getCount() > 0); times--) {
                asker.out().write(answer);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return 7;
    }

    @Test
    void isOpenToItsUserOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("owner.socket"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("owner"))))
                .isEqualTo("rw-------");
    }

    @Test
    void garbageIsNotAnswered() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            send(garbage);
        }

        assertAnswers();
    }

    @Test
    void aRequestThatIsCutOffOrSaysThatItIsHugeIsNotAnswered() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        request("show").frame().write(new DataOutputStream(whole));
        for (int length = 0; length < whole.size(); length++) {
            send(java.util.Arrays.copyOf(whole.toByteArray(), length));
        }
        send(new byte[] {'r', 0x7f, -1, -1, -1});
        send(new byte[] {'r', -1, -1, -1, -1});
        send(new byte[] {'r', 0, 0, 0, 12, 0x7f, -1, -1, -1, 1, 2, 3, 4, 5, 6, 7, 8});

        assertAnswers();
    }

    @Test
    void whoSaysNothingIsCutOff() throws IOException {
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            silent.add(connect());
        }
        for (SocketChannel channel : silent) {
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            channel.close();
        }

        assertAnswers();
    }

    @Test
    void whoHasNotAskedIsNotWaitedFor() throws IOException {
        List<Integer> waitedFor = new ArrayList<>();
        try (SocketChannel silent = connect()) {
            // Who came later is answered: it was accepted too, and does not only wait to be.
            assertAnswers();
            owner.end(Owner.Leaving.WHEN_ALL_IS_DONE, waitedFor::add);

            assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        assertThat(waitedFor).isEmpty();
    }

    @Test
    void whoTakesNothingIsCutOffAndItsCommandIsTold() throws Exception {
        try (SocketChannel deaf = connect()) {
            send(deaf, request("long"));

            told.await();
        }

        assertAnswers();
    }

    @Test
    void whoIsGoneIsFoundOut() throws Exception {
        try (SocketChannel channel = connect()) {
            send(channel, request("long"));
        }

        told.await();

        assertAnswers();
    }

    // Where very many are connected at the moment it is sent away, and asks again, as a command does.
    private void assertAnswers() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Conversation.End end;
        do {
            try (Conversation conversation = Conversation.with(state).orElseThrow();
                    Received received = new Received(out::writeBytes, _ -> {})) {
                end = conversation.hold(request("show", "a"), received);
            }
        } while (end instanceof Conversation.End.Alone);
        assertThat(end).isEqualTo(new Conversation.End.Exited(7));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[show, a]\n");
    }

    private static Request request(String... words) {
        return new Request(WEIR, List.of(words), Path.of("/"), Map.of("A", "ä"), ZoneOffset.UTC, FILE, FILE);
    }

    private void send(byte[] bytes) throws IOException {
        try (SocketChannel channel = connect()) {
            channel.write(ByteBuffer.wrap(bytes));
        }
    }

    private static void send(SocketChannel channel, Request request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.frame().write(new DataOutputStream(bytes));
        channel.write(ByteBuffer.wrap(bytes.toByteArray()));
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(state.resolve("owner.socket")));
        return channel;
    }
}
