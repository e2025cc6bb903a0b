package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.project.ProjectLayout.Wanted;
import dev.weir.processor.WeirProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the objects do is told by the list `Told.LINES` of the compiled source, which is a `Callable` here.
class ResourcesTest {

    private static final String SOURCE =
            """
            class Told implements java.util.concurrent.Callable<List<String>> {
                static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());
                public List<String> call() { return List.copyOf(LINES); }
                static void add(String line) { LINES.add(line); }
            }
            record Pool(@Default("4") int size) {}
            class Token {
                private final Secret secret;
                Token(Secret apiToken) { secret = apiToken; Told.add("token " + apiToken + " " + apiToken.reveal().length()); }
            }
            class Connection implements AutoCloseable {
                Connection(Token token, @Config Pool pool) { Told.add("connection of " + pool.size()); }
                public void close() { Told.add("connection closed"); }
            }
            interface Archive extends AutoCloseable {}
            class Parts {
                @Provides static Archive archive(Connection connection) {
                    Told.add("archive");
                    return () -> { Told.add("archive closed"); throw new java.io.IOException("still busy"); };
                }
            }
            class Sensor implements AutoCloseable {
                Sensor(Connection connection) {}
                public void close() { throw new NoClassDefFoundError("gone"); }
            }
            class Assets1 {
                Assets1(Archive archive, Connection connection) { Told.add("assets"); }
                @Asset String orders() { return "x"; }
                static class Measured { Measured(Sensor sensor) {} @Asset String measured() { return "z"; } }
                static class Alone { @Asset static String items() { return "y"; } }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void objectsAreMadeOnceInTheOrderTheyNeedEachOtherAndClosedInReverse() throws Exception {
        try (Project project = load(Map.of("API_TOKEN", "secret"))) {
            Resources resources = project.newResources();

            Object first = resources.instance("Assets1");

            assertThat(resources.instance("Assets1")).isSameAs(first);
            assertThatThrownBy(resources::close)
                    .isInstanceOf(ResourceException.class)
                    .hasMessage("Archive could not be closed: java.io.IOException: still busy");
            assertThat(told(project))
                    .containsExactly(
                            "token *** 6",
                            "connection of 4",
                            "archive",
                            "assets",
                            "archive closed",
                            "connection closed");
        }
    }

    @Test
    void anErrorOfOneThatIsClosedKeepsNoOtherOpen() throws Exception {
        try (Project project = load(Map.of("API_TOKEN", "secret"))) {
            Resources resources = project.newResources();
            Object _ = resources.instance("Assets1$Measured");

            assertThatThrownBy(resources::close)
                    .isInstanceOf(ResourceException.class)
                    .hasMessage("Sensor could not be closed: java.lang.NoClassDefFoundError: gone");
            assertThat(told(project)).endsWith("connection closed");
        }
    }

    @Test
    void manyThreadsGetTheSameObject() throws Exception {
        try (Project project = load(Map.of("API_TOKEN", "secret"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Resources resources = project.newResources();

            List<Future<Object>> instances = threads.invokeAll(
                    Stream.<Callable<Object>>generate(() -> () -> resources.instance("Assets1"))
                            .limit(50)
                            .toList());

            Object one = resources.instance("Assets1");
            for (Future<Object> instance : instances) {
                assertThat(instance.get()).isSameAs(one);
            }
        }
    }

    @Test
    void aClassWithOnlyStaticMethodsNeedsNoInstance() throws Exception {
        try (Project project = load(Map.of());
                Resources resources = project.newResources()) {
            assertThat(resources.instance("Assets1$Alone")).isNull();
        }
    }

    @Test
    void aSecretThatIsMissingIsNamedWithTheWayOut() throws Exception {
        try (Project project = load(Map.of());
                Resources resources = project.newResources()) {
            assertThatThrownBy(() -> resources.instance("Assets1"))
                    .isInstanceOf(WeirException.class)
                    .hasMessage(
                            "Secret api_token: environment variable API_TOKEN is not set: set it, or change secrets: in weir.yaml");
        }
        Files.writeString(folder.resolve("weir.yaml"), "secrets: {api_tokn: {env: A}}");
        try (Project project = loadAsItIs(Map.of());
                Resources resources = project.newResources()) {
            assertThatThrownBy(() -> resources.instance("Assets1"))
                    .isInstanceOf(WeirException.class)
                    .hasMessage("Secret api_token is not in weir.yaml. Did you mean api_tokn? Add it under secrets:, as"
                            + " api_token: {env: API_TOKEN} or api_token: {file: PATH}");
        }
    }

    @Test
    void aSecretComesFromAFileWithoutItsLastLineBreak() throws Exception {
        Files.writeString(folder.resolve("token"), "from a file\n");
        Files.writeString(folder.resolve("weir.yaml"), "secrets: {api_token: {file: token}}");

        try (Project project = loadAsItIs(Map.of())) {
            project.newResources().instance("Assets1");

            assertThat(told(project)).startsWith("token *** 11");
        }
    }

    private Project load(Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "secrets: {api_token: {env: API_TOKEN}}");
        return loadAsItIs(environment);
    }

    private Project loadAsItIs(Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("Assets1.java"), SOURCE);
        return Project.load(
                ProjectLayout.find(folder, Wanted.source("Assets1.java")),
                ProjectOptions.NONE.processor(WeirProcessor::new).environment(environment));
    }

    private static List<String> told(Project project) throws Exception {
        var constructor = project.loader().loadClass("Told").getDeclaredConstructor();
        constructor.setAccessible(true);
        return ((List<?>) ((Callable<?>) constructor.newInstance()).call()).stream().map(String::valueOf).toList();
    }
}
