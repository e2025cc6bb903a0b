package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.weir.assets.Secret;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec.Making;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What constructors ask for is made, or asked for with a `@Provides`. Bodies stand from line 5 on.
class ResourcesTest {

    private static final String FRAME = """
        package com.acme;
        import dev.weir.assets.*;
        import java.util.*;
        class A {
        %s
        }
        """;

    @Test
    void resourcesAreMadeFromResourcesConfigurationAndSecrets(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
            enum Mode { SLOW, FAST }
            record Limits(int max, @Default("FAST") Mode mode) {}
            static class Client {
                final String seen;
                Client(Secret apiToken, @Config("client") Limits limits) { seen = apiToken.reveal() + limits; }
            }
            interface Store { String name(); }
            @Provides static Store store(Client client) { return () -> client.seen; }
            private final Store store;
            A(Store store) { this.store = store; }
            @Asset String name() { return store.name(); }
            """)).successfully();

        List<ResourceSpec> resources = compiled.index("com.acme.A").resources();
        ConfigSpec limits = new ConfigSpec(
                "client",
                "com.acme.A$Limits",
                0,
                List.of(
                        new ConfigSpec.Field("max", ColumnType.INT, List.of(), Optional.empty()),
                        new ConfigSpec.Field("mode", ColumnType.STRING, List.of("SLOW", "FAST"), Optional.of("FAST"))));
        assertThat(resources)
                .containsExactly(
                        new ResourceSpec(
                                "com.acme.A$Client",
                                Making.CONSTRUCTOR,
                                1,
                                List.of(new Argument.OfSecret("api_token"), new Argument.OfConfig(limits))),
                        new ResourceSpec(
                                "com.acme.A$Store",
                                Making.PROVIDES,
                                2,
                                List.of(new Argument.OfResource("com.acme.A$Client"))),
                        new ResourceSpec(
                                "com.acme.A",
                                Making.CONSTRUCTOR,
                                3,
                                List.of(new Argument.OfResource("com.acme.A$Store"))));

        AssetModule module = compiled.module("com.acme.A");
        Object config = module.construct(0, new Object[] {7, "SLOW"});
        Object client = module.construct(1, new Object[] {new Secret("s3"), config});
        Object store = module.construct(2, new Object[] {client});
        Object assets = module.construct(3, new Object[] {store});
        assertThat(module.call(0, assets, new Object[0])).isEqualTo("s3Limits[max=7, mode=SLOW]");
    }

    @Test
    void aProvidesMethodOfAnInstanceTakesTheInstanceFirst(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile(FRAME.formatted("""
            interface Store {}
            record Named(String name) implements Store {}
            @Provides Store store(Secret token) { return new Named(token.reveal()); }
            """)).successfully();

        assertThat(compiled.index("com.acme.A").resources())
                .containsExactly(
                        new ResourceSpec(
                                "com.acme.A$Store",
                                Making.PROVIDES,
                                0,
                                List.of(new Argument.OfResource("com.acme.A"), new Argument.OfSecret("token"))),
                        new ResourceSpec("com.acme.A", Making.CONSTRUCTOR, 1, List.of()));
        AssetModule module = compiled.module("com.acme.A");
        Object assets = module.construct(1, new Object[0]);
        assertThat(module.construct(0, new Object[] {assets, new Secret("x")})).hasToString("Named[name=x]");
    }

    @ParameterizedTest
    @MethodSource
    void isRefusedWhereItIsWritten(String body, String problem, @TempDir Path output) {
        Compiled compiled = new Javac(output).compile(FRAME.formatted(body));

        assertThat(compiled.problems()).containsExactly(problem);
    }

    static Stream<Arguments> isRefusedWhereItIsWritten() {
        return Stream.of(
                argumentSet(
                        "an interface that nobody provides",
                        """
                        interface Store {}
                        A(
                            Store store) {}
                        @Asset void a() {}
                        """,
                        "A.java:7: A asks for Store, which Weir cannot make: it is an interface. Write a method marked"
                                + " @Provides that gives one."),
                argumentSet(
                        "a class of Java's",
                        """
                        A(Random random) {}
                        @Asset void a() {}
                        """,
                        "A.java:5: A asks for Random, which Weir cannot make: it belongs to Java itself. Write a"
                                + " method marked @Provides that gives one."),
                argumentSet(
                        "further down",
                        """
                        static class Client {
                            Client(java.net.http.HttpClient http) {}
                        }
                        A(Client client) {}
                        @Asset void a() {}
                        """,
                        "A.java:6: Client asks for HttpClient, which Weir cannot make: it is abstract. Write a method"
                                + " marked @Provides that gives one."),
                argumentSet(
                        "a value",
                        """
                        A(
                            String url) {}
                        @Asset void a() {}
                        """,
                        "A.java:6: A asks for String url, which is no resource: put it into a record marked @Config,"
                                + " or take a Secret"),
                argumentSet(
                        "a circle",
                        """
                        static class Left { Left(Right right) {} }
                        static class Right { Right(Left left) {} }
                        A(Left left) {}
                        @Asset void a() {}
                        """,
                        "A.java:6: Right asks for Left, which in turn asks for it: no one of them can be made first"),
                argumentSet(
                        "two constructors",
                        """
                        static class Client {
                            Client() {}
                            Client(Secret token) {}
                        }
                        A(Client client) {}
                        @Asset void a() {}
                        """,
                        "A.java:9: A asks for Client, which Weir cannot make: it has 2 constructors that are not"
                                + " private. Write a method marked @Provides that gives one."),
                argumentSet(
                        "provided twice",
                        """
                        interface Store {}
                        @Provides static Store one() { return new Store() {}; }
                        @Provides static Store two() { return new Store() {}; }
                        """,
                        "A.java:7: Store is provided twice: by A.one and by A.two. Take one of them away."),
                argumentSet(
                        "nothing provided",
                        """
                        @Provides static void nothing() {}
                        """,
                        "A.java:5: @Provides method nothing gives void: it gives a class or an interface that"
                                + " constructors ask for"));
    }
}
