package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.Setting;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.project.ProjectLayout.Wanted;
import dev.weir.processor.WeirProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {

    private static final String FLIGHTS =
            """
            record Flight(String origin, int delay) {}
            record Thresholds(@Default("1440") double outlier, String airline) {}

            @Asset @NotNull("origin")
            List<Flight> rawFlights() { return List.of(new Flight("JFK", 3)); }

            @Asset
            List<Flight> lateFlights(Table<Flight> rawFlights, @Config Thresholds thresholds) { return List.of(); }

            @Check("Some are late")
            boolean someAreLate(List<Flight> lateFlights) { return !lateFlights.isEmpty(); }
            """;

    @TempDir
    Path folder;

    @Test
    void aSingleSourceIsLoadedWithAllItDeclares() throws Throwable {
        try (Project project = loadSource(FLIGHTS, "thresholds.airline=AA")) {
            Definitions definitions = project.definitions();
            AssetKey raw = AssetKey.parse("raw_flights");
            AssetKey late = AssetKey.parse("late_flights");

            assertThat(definitions.graph().keys()).containsExactly(raw, late);
            assertThat(definitions.graph().upstreamOf(late)).containsExactly(raw);
            assertThat(definitions.codeOf(raw)).isNotEqualTo(definitions.codeOf(late));
            assertThat(definitions.configOf(raw)).isNotEqualTo(definitions.configOf(late));
            assertThat(definitions.checksOf(raw)).extracting(CheckSpec::name).containsExactly("not_null_origin");
            assertThat(definitions.checkDigests())
                    .containsOnlyKeys(new CheckKey(raw, "not_null_origin"), new CheckKey(late, "some_are_late"));
        }
    }

    @Test
    void itsMethodsCanBeCalledAndItsRowsMoved() throws Throwable {
        try (Project project = loadSource(FLIGHTS, "thresholds.airline=AA");
                Resources resources = project.newResources()) {
            AssetSpec raw = project.definitions().graph().asset(AssetKey.parse("raw_flights"));
            String declaringClass = raw.computation().declaringClass();

            Object rows = project.module(declaringClass)
                    .call(raw.computation().number(), resources.instance(declaringClass), new Object[0]);
            RowCodec<?> codec =
                    project.codec(declaringClass, raw.output().row().orElseThrow());

            assertThat(rows).asString().isEqualTo("[Flight[origin=JFK, delay=3]]");
            assertThat(codec.schema()).hasToString("(origin VARCHAR, delay INTEGER not null)");
        }
    }

    @Test
    void aChangedValueOfConfigurationChangesOnlyThoseThatTakeIt() throws IOException {
        AssetKey raw = AssetKey.parse("raw_flights");
        AssetKey late = AssetKey.parse("late_flights");
        Definitions before;
        Definitions after;
        try (Project project = loadSource(FLIGHTS, "thresholds.airline=AA")) {
            before = project.definitions();
        }
        try (Project project = loadSource(FLIGHTS, "thresholds.airline=AA", "thresholds.outlier=300")) {
            after = project.definitions();
        }

        assertThat(after.configOf(late)).isNotEqualTo(before.configOf(late));
        assertThat(after.configOf(raw)).isEqualTo(before.configOf(raw));
        assertThat(after.code()).isEqualTo(before.code());
    }

    @Test
    void whatIsWrongWithTheConfigurationIsSaidAtOnce() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "config:\n  thresholds:\n    outlier: high\n    airlin: AA\n");

        assertThatThrownBy(() -> loadSource(FLIGHTS, "limits.low=3", "nonsense"))
                .isInstanceOfSatisfying(WeirException.class, wrong -> assertThat(wrong.problems())
                        .extracting(Object::toString)
                        .containsExactly(
                                "--config nonsense: write NAME.FIELD=VALUE, such as thresholds.outlier=300",
                                "weir.yaml:3: thresholds.outlier: 'high' is not a number: write it as 0.5 or 1e6",
                                "thresholds.airline has no value: set it under config: in weir.yaml, or with --config"
                                        + " thresholds.airline=VALUE, or give the component of Flights$Thresholds a @Default",
                                "weir.yaml:4: config thresholds has no airlin. Did you mean airline?",
                                "--config: nothing asks for config limits."));
    }

    @Test
    void aNameThatIsNoConstantOfAnEnumIsSaidWithAllOthers() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "config:\n  limits:\n    mode: FATS\n    max: many\n");
        String source = """
                enum Mode { FAST, SLOW }
                record Limits(Mode mode, @Default("SLOW") Mode other, int max) {}
                @Asset String orders(@Config Limits limits) { return "x"; }
                """;

        assertThatThrownBy(() -> loadSource(source, "limits.other=slowly"))
                .isInstanceOfSatisfying(WeirException.class, wrong -> assertThat(wrong.problems())
                        .extracting(Object::toString)
                        .containsExactly(
                                "weir.yaml:3: limits.mode: 'FATS' is none of FAST, SLOW. Did you mean FAST?",
                                "--config: limits.other: 'slowly' is none of FAST, SLOW. Did you mean SLOW?",
                                "weir.yaml:4: limits.max: 'many' is not a whole number from -2147483648 to"
                                        + " 2147483647"));
    }

    @Test
    void theNearestWordOnRetryTimeoutPoolOwnersAndTagsWins() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), """
                pools: {file: 1, class: 1}
                defaults: {retry: {max: 9}, timeout: 9m, pool: file, owners: [file], tags: [layer=file, nightly]}
                """);
        String source = """
                class Bare { @Asset String bare() { return "x"; } }
                @Assets(timeout = "5m", pool = "class", owners = "class", tags = "layer=class")
                class Told {
                    @Asset String told() { return "x"; }
                    @Asset(retry = @Retry(max = 0), timeout = "none", pool = "none", owners = "asset", tags = "layer=asset")
                    String itself() { return "x"; }
                }
                """;

        try (Project project = loadSource(source)) {
            assertThat(project.definitions().graph().assets())
                    .extracting(
                            asset -> asset.key().name(),
                            asset -> asset.execution().retries().max(),
                            asset -> asset.execution().timeout(),
                            asset -> asset.execution().pool(),
                            asset -> asset.description().owners(),
                            asset -> asset.description().tags())
                    .containsExactly(
                            tuple("bare", 9, minutes(9), pool("file"), List.of("file"), List.of("layer=file", "nightly")),
                            tuple("itself", 0, none(), none(), List.of("asset"), List.of("nightly", "layer=asset")),
                            tuple("told", 9, minutes(5), pool("class"), List.of("class"), List.of("nightly", "layer=class")));
        }
    }

    @Test
    void aPoolThatNobodyGivesALimitIsRefused() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "pools: {archive: 2}\n");

        assertThatThrownBy(() -> loadSource("""
                        @Asset(pool = "archiv") String one() { return "x"; }
                        @Asset(pool = "disk") String two() { return "x"; }
                        """))
                .isInstanceOfSatisfying(WeirException.class, wrong -> assertThat(wrong.problems())
                        .extracting(Object::toString)
                        .containsExactly(
                                "Asset one: there is no pool archiv under pools: in weir.yaml. Did you mean archive? Add it,"
                                        + " as archiv: 2",
                                "Asset two: there is no pool disk under pools: in weir.yaml. Add it, as disk: 2"));
    }

    @Test
    void theConfigurationOfAJobGoesBeforeThatOfTheFile() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), """
                config: {limits: {low: 1, high: 9}}
                jobs:
                  nightly: {select: '*', config: {limits: {low: 2, high: 8}}}
                """);
        String source = """
                record Limits(int low, int high, @Default("5") int middle) {}
                @Asset int total(@Config Limits limits) { return limits.low(); }
                """;

        try (Project project =
                loadSource(source, ProjectOptions.NONE.config("limits.high=7").jobs("nightly"))) {
            ConfigSpec limits = project.configuration().records().iterator().next();
            assertThat(project.configuration().writtenOf(limits))
                    .containsExactly(
                            new Configuration.Value(2, "weir.yaml:3"),
                            new Configuration.Value(7, "--config"),
                            new Configuration.Value(5, "@Default"));
        }
    }

    @Test
    void whatIsWrongWithAJobIsSaidAlsoWhereItIsNotMeant() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), """
                config: {limits: {low: 1}}
                jobs:
                  nightly: {select: '*', config: {limits: {lwo: 2, low: many}}}
                """);

        assertThatThrownBy(() -> loadSource("""
                        record Limits(int low) {}
                        @Asset int total(@Config Limits limits) { return limits.low(); }
                        """))
                .isInstanceOfSatisfying(WeirException.class, wrong -> assertThat(wrong.problems())
                        .extracting(Object::toString)
                        .containsExactly(
                                "weir.yaml:3: config limits has no lwo. Did you mean low?",
                                "weir.yaml:3: limits.low: 'many' is not a whole number from -2147483648 to 2147483647"));
    }

    private static Setting<?> none() {
        return new Setting.None<>();
    }

    private static Setting<?> pool(String name) {
        return new Setting.Of<>(new PoolName(name));
    }

    private static Setting<?> minutes(int minutes) {
        return new Setting.Of<>(Duration.ofMinutes(minutes));
    }

    @Test
    void compiledClassesAreFoundWhereMavenPutsThem() throws IOException {
        compileWithProcessor("A.java: class A { @dev.weir.assets.Asset static String orders() { return \"x\"; } }");

        try (Project project = load()) {
            assertThat(project.definitions().graph().keys()).containsExactly(AssetKey.parse("orders"));
            assertThat(project.name()).isEqualTo(folder.getFileName().toString());
        }
    }

    @Test
    void aProjectThatWasNotCompiledSaysSo() {
        assertThatThrownBy(this::load)
                .isInstanceOf(WeirException.class)
                .hasMessage(("Project %s has no classes: there is neither target/classes nor build/classes/java/main in %s."
                                + " Compile the project, or name the folders of its classes in weir.yaml, as in classes:"
                                + " [target/classes]")
                        .formatted(folder.getFileName(), folder));
    }

    @Test
    void aFolderOfClassesThatIsNotThereIsNamed() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "classes: [build/none]");

        assertThatThrownBy(() -> Project.load(ProjectLayout.find(folder, Wanted.ANY), ProjectOptions.NONE))
                .isInstanceOf(WeirException.class)
                .hasMessage(folder.resolve("build/none")
                        + " is on the class path but does not exist: compile the project, or correct classes: in weir.yaml");
    }

    @Test
    void classesCompiledWithoutTheProcessorAreRefused() {
        Compiled.into(
                folder.resolve("target/classes"),
                "A.java: class A { @dev.weir.assets.Asset static String orders() { return \"x\"; } }");

        assertThatThrownBy(this::load)
                .isInstanceOf(WeirException.class)
                .hasMessage(("A declares assets, but the classes in %s have no index: Weir's annotation processor did not run."
                                + " Since JDK 23 javac ignores processors on the class path unless told: add"
                                + " weir-assets-processor to annotationProcessorPaths, then compile again.")
                        .formatted(folder.resolve("target/classes")));
    }

    @Test
    void assetsInAJarAreReadLikeThoseInAFolder() throws IOException {
        compileWithProcessor("A.java: class A { @dev.weir.assets.Asset static String orders() { return \"x\"; } }");
        Path jar = jarOf(folder.resolve("target/classes"));
        CodeDigest inFolder;
        try (Project project = load()) {
            inFolder = project.definitions().codeOf(AssetKey.parse("orders"));
        }
        Files.writeString(folder.resolve("weir.yaml"), "classes: [%s]".formatted(jar.getFileName()));

        try (Project project = Project.load(ProjectLayout.find(folder, Wanted.ANY), ProjectOptions.NONE)) {
            assertThat(project.definitions().codeOf(AssetKey.parse("orders"))).isEqualTo(inFolder);
            assertThat(project.module("A")).isNotNull();
        }
    }

    @Test
    void anIndexThatOutlivedItsClassIsLeftAlone() throws IOException {
        compileWithProcessor("A.java: class A { @dev.weir.assets.Asset static String orders() { return \"x\"; } }");
        Files.delete(folder.resolve("target/classes/A.class"));

        try (Project project = load()) {
            assertThat(project.definitions().graph().assets()).isEmpty();
        }
    }

    private Path jarOf(Path classes) throws IOException {
        Path jar = folder.resolve("assets.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private void compileWithProcessor(String source) throws IOException {
        Compiled.into(
                folder.resolve("target/classes"), List.of("-processor", WeirProcessor.class.getName()), source);
    }

    private Project load() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "");
        return Project.load(ProjectLayout.find(folder, Wanted.ANY), ProjectOptions.NONE);
    }

    private Project loadSource(String text, String... config) throws IOException {
        return loadSource(text, ProjectOptions.NONE.config(config));
    }

    private Project loadSource(String text, ProjectOptions given) throws IOException {
        Files.writeString(folder.resolve("Flights.java"), text);
        ProjectOptions options = given.processor(WeirProcessor::new).environment(Map.of());
        return Project.load(ProjectLayout.find(folder, Wanted.source("Flights.java")), options);
    }
}
