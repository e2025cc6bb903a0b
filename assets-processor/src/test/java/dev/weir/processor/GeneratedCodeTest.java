package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.generated.AssetModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCodeTest {

    @Test
    void aClassOfManyMethodsStaysUnderTheLimitsOfTheJvm(@TempDir Path output) throws Throwable {
        String methods = IntStream.range(0, 1_500)
                .mapToObj(i -> "@Asset long a%d(%s) { return %d; }".formatted(i, i == 0 ? "" : "long a" + (i - 1), i))
                .collect(Collectors.joining("\n"));
        Compiled compiled = new Javac(output)
                .compile("package a;\nimport dev.weir.assets.*;\nclass Many {\n" + methods + "\n}")
                .successfully();

        AssetModule module = compiled.module("a.Many");
        Object many = module.construct(0, new Object[0]);

        assertThat(compiled.index("a.Many").assets()).hasSize(1_500);
        assertThat(module.call(0, many, new Object[0])).isEqualTo(0L);
        assertThat(module.call(31, many, new Object[] {30L})).isEqualTo(31L);
        assertThat(module.call(32, many, new Object[] {31L})).isEqualTo(32L);
        assertThat(module.call(1_499, many, new Object[] {1_498L})).isEqualTo(1_499L);
    }

    @Test
    void aClassWhoseQueriesAndCommandsAreAbstractIsMadeForItsOtherMethods(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile("""
            package a;
            import dev.weir.assets.*;
            import java.util.List;
            abstract class Mixed {
                record Row(int i) {}
                private final Base base;
                Mixed(Base base) { this.base = base; }
                static class Base { final int i = 7; }
                @Asset List<Row> rows() { return List.of(new Row(base.i)); }
                @Asset @Query("select max(i) as i from rows") abstract Table<Row> most(Table<Row> rows);
                @Asset @Command("true") protected abstract void told(Table<Row> most);
            }
            """).successfully();

        AssetModule module = compiled.module("a.Mixed");
        Object mixed = module.construct(1, new Object[] {module.construct(0, new Object[0])});

        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.index("a.Mixed").assets()).hasSize(3);
        assertThat(module.call(0, mixed, new Object[0])).asString().isEqualTo("[Row[i=7]]");
    }

    @Test
    void aNumberThatTheIndexDoesNotHaveIsRefused(@TempDir Path output) {
        Compiled compiled = compileEveryShape(output);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> compiled.module("a.b.Shapes").call(99, null, new Object[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.b.Shapes_Weir has no method 99");
    }

    @Test
    void generatedSourcesCompileWithoutWarnings(@TempDir Path output) {
        assertThat(compileEveryShape(output).problems()).isEmpty();
    }

    @Test
    void whatTheMethodGivesComesBack(@TempDir Path output) throws Throwable {
        AssetModule module = compileEveryShape(output).module("a.b.Shapes");

        assertThat(module.call(0, null, new Object[0])).as("void").isNull();
        assertThat(module.call(1, null, new Object[0])).as("primitive").isEqualTo(1.5);
        assertThat(module.call(2, null, new Object[] {true, "text"}))
                .as("boxes and text")
                .isEqualTo("text true");
    }

    @Test
    void sourcesWithoutAPackageWork(@TempDir Path output) throws Throwable {
        Compiled compiled = new Javac(output).compile("""
            import dev.weir.assets.*;
            import java.util.List;

            class Loose {
                record Row(int i) {}
                @Asset static List<Row> rows() { return List.of(new Row(1)); }
            }
            """).successfully();

        assertThat(compiled.module("Loose").call(0, null, new Object[0])).hasToString("[Row[i=1]]");
        assertThat(output.resolve("META-INF/weir/Loose.index")).exists();
    }

    @Test
    void theIndexTypeIsNamedAfterTheClassWithoutAmbiguity(@TempDir Path output) throws IOException {
        String asset = "@dev.weir.assets.Asset(name = \"%s\") static long one() { return 1; }";
        new Javac(output)
                .compile(
                        "package a.b;\nclass C { " + asset.formatted("one") + " }",
                        "package a;\nclass b_C { " + asset.formatted("two") + " }")
                .successfully();

        try (var files = Files.list(output.resolve("dev/weir/index"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".class")))
                    .containsExactlyInAnyOrder("a_b_C.class", "a_b_1C.class");
        }
    }

    @Test
    void aRecordThatAnotherProcessorWritesIsWaitedFor(@TempDir Path output) {
        Compiled compiled =
                new Javac(output).with(new RecordWriter()).compile("""
                    package a;
                    import dev.weir.assets.*;
                    class Late {
                        @Asset static java.util.List<Written> rows() { return java.util.List.of(); }
                    }
                    """).successfully();

        assertThat(compiled.index("a.Late")
                        .assets()
                        .getFirst()
                        .output()
                        .row()
                        .orElseThrow()
                        .schema())
                .hasToString("(i INTEGER not null)");
    }

    private static Compiled compileEveryShape(Path output) {
        return new Javac(output).with("-Xlint:all,-processing", "-Werror").compile("""
            package a.b;
            import dev.weir.assets.*;
            import dev.weir.partitions.*;
            import java.util.*;
            import java.util.stream.Stream;

            class Shapes {
                record Row(int i, Integer box, Thread.State state) {}
                record Limits(@Default("3") Byte max, @Default("NEW") Thread.State state) {}

                @Asset static void nothing() {}
                @Asset static double number() { return 1.5; }
                @Asset static String text(@From("flag") Boolean flag, String other) { return other + " " + flag; }
                @Asset static Boolean flag() { return true; }
                @Asset static Output<String> other() { return Output.of("x"); }
                @Asset static Output<Table<Row>> table(Stream<Row> rows, Table<?> any, @Config Limits limits) {
                        return null;
                    }
                @Asset static List<Row> rows() { return List.of(); }
                @Asset static Table<?> any(@Previous Table<?> before, Staging staging, Log log, PartitionKey key) {
                        return before;
                    }
                @Deprecated @Asset static Output<Void> event() { return Output.of(null); }
            }
            """);
    }

    /// Stands for another annotation processor.
    @SupportedAnnotationTypes("*")
    private static final class RecordWriter extends AbstractProcessor {

        private boolean written;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("a.Written").openWriter()) {
                    file.write("package a; record Written(int i) {}");
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
            return false;
        }
    }
}
