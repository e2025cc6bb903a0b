package dev.weir.assets.digest.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Backoff;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.DeclaredResource;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec.Making;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclaredCodeTest {

    private static final PartitionsDefinition DAILY = daily(2014, "UTC");
    private static final Compiled CLASSES = Compiled.of(
            "class A { Object orders() { return null; } }"
                    + " record Row(int a) {}");

    @Test
    void howAnAssetIsRunAndDescribedDoesNotCount() {
        AssetSpec before = orders(DAILY, table(ColumnType.INT), Optional.empty());

        AssetSpec after = new AssetSpec(
                AssetKey.parse("renamed"),
                new Description("All orders", "sales", List.of("team:ops"), List.of("tag"), List.of("sql")),
                before.partitions(),
                before.computation(),
                before.output(),
                new Execution(
                        new Setting.Of<>(new RetryPolicy(3, Duration.ofSeconds(1), Backoff.LINEAR, 0.5)),
                        new Setting.Of<>(Duration.ofMinutes(1)),
                        new Setting.Of<>(new PoolName("archive"))),
                List.of("other"));

        assertThat(digest(after)).isEqualTo(digest(before));
    }

    @Test
    void theCalendarCountsButNotWhereItStartsAndEnds() {
        CodeDigest before = digest(orders(DAILY, table(ColumnType.INT), Optional.empty()));

        assertThat(digest(orders(daily(2020, "UTC"), table(ColumnType.INT), Optional.empty())))
                .isEqualTo(before);
        assertThat(digest(orders(daily(2014, "Europe/Berlin"), table(ColumnType.INT), Optional.empty())))
                .isNotEqualTo(before);
        assertThat(digest(orders(new PartitionsDefinition.Unpartitioned(), table(ColumnType.INT), Optional.empty())))
                .isNotEqualTo(before);
    }

    @Test
    void theColumnsOfTheRowsCount() {
        assertThat(digest(orders(DAILY, table(ColumnType.INT), Optional.empty())))
                .isNotEqualTo(digest(orders(DAILY, table(ColumnType.LONG), Optional.empty())));
    }

    @Test
    void theQueryCounts() {
        assertThat(digest(orders(DAILY, table(ColumnType.INT), Optional.of("select 1 as a"))))
                .isNotEqualTo(digest(orders(DAILY, table(ColumnType.INT), Optional.of("select 2 as a"))));
    }

    @Test
    void whatAParameterReadsAndHowCountsButNotItsName() {
        CodeDigest before = digest(reading("raw", "raw", null));

        assertThat(digest(reading("renamed", "raw", null))).isEqualTo(before);
        assertThat(digest(reading("raw", "other", null))).isNotEqualTo(before);
        assertThat(digest(reading("raw", "raw", new PartitionMapping.All()))).isNotEqualTo(before);
    }

    @Test
    void aVersionOfTheAuthorsOwnReplacesAllElse() {
        AssetSpec byAuthor = withVersion("2", table(ColumnType.INT));

        assertThat(digest(byAuthor)).isEqualTo(digest(withVersion("2", table(ColumnType.LONG))));
        assertThat(digest(byAuthor)).isNotEqualTo(digest(withVersion("3", table(ColumnType.INT))));
    }

    @Test
    void whatMakesTheResourcesOfAClassCounts() {
        String source =
                """
                import dev.weir.assets.Provides;
                class Store { Store(int size) { if (size > %d) { throw new IllegalStateException(); } } }
                class Archive { }
                class Parts {
                    @Provides static Archive archive(Store store) { return %s; }
                    static Archive unrelated() { return %s; }
                }
                class A {
                    private final Archive archive;
                    A(Archive archive) { this.archive = archive; }
                    Object orders() { return archive; }
                }
                """;
        CodeDigest before = digest(Compiled.of(source.formatted(1, "null", "null")), Making.PROVIDES);

        assertThat(digest(Compiled.of(source.formatted(1, "new Archive()", "null")), Making.PROVIDES)).isNotEqualTo(before);
        assertThat(digest(Compiled.of(source.formatted(2, "null", "null")), Making.PROVIDES)).isNotEqualTo(before);
        assertThat(digest(Compiled.of(source.formatted(1, "null", "new Archive()")), Making.PROVIDES)).isEqualTo(before);
    }

    @Test
    void whatMakesTheResourcesOfAClassCountsOnlyForMethodsThatLookAtTheirObject() {
        String source =
                """
                class Store {}
                class Archive { Archive(Store store) { if (store.hashCode() > %d) { throw new IllegalStateException(); } } }
                class Parts {}
                class A {
                    private final Archive archive;
                    A(Archive archive) { this.archive = archive; }
                    Object orders() { %s }
                    private Object read() { return archive; }
                }
                """;
        Map<String, Boolean> counts = Map.of(
                "return 1;", false,
                "int a = 1; Runnable r = () -> {}; return r;", false,
                "return archive;", true,
                "return read();", true,
                "java.util.function.Supplier<Object> s = () -> archive; return s;", true,
                "return new Object() { public String toString() { return archive.toString(); } };", true);

        counts.forEach((body, changes) -> {
            boolean changed = !digest(Compiled.of(source.formatted(1, body)))
                    .equals(digest(Compiled.of(source.formatted(2, body))));
            assertThat(changed).as(body).isEqualTo(changes);
        });
    }

    private static CodeDigest digest(Compiled classes) {
        return digest(classes, Making.CONSTRUCTOR);
    }

    private static CodeDigest digest(Compiled classes, Making making) {
        Map<String, DeclaredResource> resources = Map.of(
                "A", resource("A", "A", Making.CONSTRUCTOR, "Archive"),
                "Archive", resource("Parts", "Archive", making, "Store"),
                "Store", new DeclaredResource("Parts", new ResourceSpec("Store", Making.CONSTRUCTOR, 2, List.of())));
        return new CodeDigests(classes, resources).of(orders(DAILY, table(ColumnType.INT), Optional.empty()));
    }

    private static DeclaredResource resource(String declaringClass, String type, Making making, String argument) {
        return new DeclaredResource(
                declaringClass, new ResourceSpec(type, making, 0, List.of(new Argument.OfResource(argument))));
    }

    private static CodeDigest digest(AssetSpec asset) {
        return new CodeDigests(CLASSES, Map.of()).of(asset);
    }

    private static AssetSpec orders(PartitionsDefinition partitions, ValueType output, Optional<String> query) {
        return spec(partitions, output, new Computation("A", "orders", 0, List.of(), query, Optional.empty()));
    }

    private static AssetSpec reading(String parameter, String reference, @Nullable PartitionMapping mapping) {
        InputSpec input =
                new InputSpec(parameter, reference, table(ColumnType.INT), Optional.ofNullable(mapping));
        return spec(
                DAILY,
                table(ColumnType.INT),
                new Computation(
                        "A", "orders", 0, List.of(new Parameter.Upstream(input)), Optional.empty(), Optional.empty()));
    }

    private static AssetSpec withVersion(String version, ValueType output) {
        return spec(
                DAILY, output, new Computation("A", "orders", 0, List.of(), Optional.empty(), Optional.of(version)));
    }

    private static AssetSpec spec(PartitionsDefinition partitions, ValueType output, Computation computation) {
        return new AssetSpec(
                AssetKey.parse("orders"), Description.NONE, partitions, computation, output, Execution.PLAIN, List.of());
    }

    private static ValueType table(ColumnType column) {
        Schema schema = new Schema(List.of(new Column("a", column, Nullability.NOT_NULL)));
        return new ValueType(Form.TABLE, Optional.of(new RowType("Row", schema, 0)), "Table<Row>");
    }

    private static PartitionsDefinition daily(int endYear, String zone) {
        return new PartitionsDefinition.Time(
                new Cadence.Days(), LocalDate.of(2013, 1, 1), LocalDate.of(endYear, 1, 1), ZoneId.of(zone));
    }
}
