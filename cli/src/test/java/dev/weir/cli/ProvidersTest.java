package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Assets that a class adds when its project is loaded, from the words of a command line to what is published.
class ProvidersTest {

    private static final String FEATURES = """
            record Ping(String truck, double speed) {}
            record FeatureRow(String truck, double value) {}
            record Feature(String name, String expression, List<String> tags) {}

            class Raw {
                @Asset List<Ping> pings() { return List.of(new Ping("t1", 20), new Ping("t1", 40), new Ping("t2", 60)); }
            }

            /// One feature for each entry of features.yaml.
            @Assets(prefix = "features", group = "features", owners = "team:ml")
            class FeatureAssets implements AssetProvider {
                @Override public void declare(AssetFactory assets) {
                    for (Feature feature : assets.entries("features.yaml", Feature.class)) {
                        assets.table(feature.name(), FeatureRow.class)
                                .describedAs("The " + feature.name() + " of each truck")
                                .tags(feature.tags().toArray(String[]::new))
                                .reading("pings", Ping.class)
                                .checks(Checks.notNull("value"), Checks.range("value", 0, 1000).warn())
                                .compute(inputs -> Sql.query(FeatureRow.class,
                                        "select truck, " + feature.expression() + " as value from pings group by truck",
                                        inputs.table("pings")));
                    }
                }
            }

            class Merged {
                @Asset List<String> merged(@From(pattern = "features/*") Map<AssetKey, Table<FeatureRow>> features) {
                    return features.keySet().stream().map(AssetKey::name).toList();
                }
                @Asset long trucks(@From(value = "features/top_speed", provided = true) Table<FeatureRow> speeds) {
                    return speeds.count();
                }
            }
            """;

    private static final String ENTRIES = """
            - name: top_speed
              expression: max(speed)
              tags: [source=gps]
            - name: mean_speed
              expression: avg(speed)
            """;

    @TempDir
    Path folder;

    @Test
    void eachEntryOfAFileIsAnAsset() throws IOException {
        write(FEATURES, ENTRIES);

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out())
                .contains("✓ features/top_speed#1  2 rows", "✓ features/mean_speed#1  2 rows", "5 published.");
        assertThat(weir("show", "features/top_speed").out())
                .contains(
                        "The top_speed of each truck",
                        "source=gps",
                        "team:ml",
                        "Table<FeatureRow>",
                        "FeatureAssets.declare (features.yaml:1)",
                        "not_null_value",
                        "range_value");
        assertThat(weir("list", "tag:source=gps").out()).contains("features/top_speed").doesNotContain("mean_speed");
        assertThat(weir("head", "features/top_speed").out()).contains("40", "60");
        assertThat(weir("materialize").out()).isEqualTo("✓ Everything is up to date: 5 partitions of 5 assets.\n");
        assertThat(weir("validate").status()).isZero();
    }

    @Test
    void whatIsAddedMayBeReferredToAndWaitedFor() throws IOException {
        String more = """

                class More {
                    @Asset @ForeignKey(column = "truck", asset = "features/top_speed") Table<FeatureRow> checked(Table<Ping> pings) {
                        return Sql.query(FeatureRow.class, "select distinct truck, 1.0 as value from pings", pings);
                    }
                    @Asset(after = "features/mean_speed") long later() { return 1; }
                }
                """;
        write(FEATURES + more, ENTRIES);

        assertThat(weir("materialize").out()).contains("✓ checked#1", "✓ later#1", "7 published.");
        assertThat(weir("show", "later").out()).containsPattern("reads +features/mean_speed");

        write(FEATURES + more.replace("features/mean_speed", "features/men_speed").replace("features/top_speed", "features/to_speed"), ENTRIES);

        assertThat(weir("validate").err())
                .isEqualTo("""
                        weir: Asset checked depends on features/to_speed, which is not declared. Did you mean features/top_speed?
                        weir: Asset later depends on features/men_speed, which is not declared. Did you mean features/mean_speed or features/top_speed?
                        """);
    }

    @Test
    void anEntryThatChangesMakesItsAssetStaleAndNoOther() throws IOException {
        write(FEATURES, ENTRIES);
        weir("materialize");
        write(FEATURES, ENTRIES.replace("avg(speed)", "median(speed)"));

        assertThat(weir("why", "features/mean_speed").out()).contains("its configuration changed");
        assertThat(weir("why", "features/top_speed").out()).startsWith("features/top_speed is up to date");
        assertThat(weir("materialize").out()).contains("✓ features/mean_speed#2", "1 skipped").doesNotContain("top_speed");
    }

    @Test
    void codeThatChangesMakesAllStaleAndAnotherAssetBesideThemNone() throws IOException {
        write(FEATURES, ENTRIES);
        weir("materialize");

        write(
                FEATURES.replace("assets.entries(\"features.yaml\", Feature.class)) {", """
                        assets.entries("features.yaml", Feature.class)) {
                            assets.table("half_" + feature.name(), FeatureRow.class)
                                    .reading("features/" + feature.name(), FeatureRow.class)
                                    .compute(inputs -> Sql.query(FeatureRow.class,
                                            "select truck, value / 2 as value from " + feature.name(),
                                            inputs.table(feature.name())));
                        """),
                ENTRIES);
        assertThat(weir("why", "features/top_speed").out()).startsWith("features/top_speed is up to date");

        write(FEATURES.replace("group by truck", "group by all"), ENTRIES);
        assertThat(weir("why", "features/top_speed").out()).contains("its code changed");
    }

    @Test
    void anEntryThatComesOrGoesChangesWhoReadsThemAll() throws IOException {
        write(FEATURES, ENTRIES);
        weir("materialize");
        write(FEATURES, ENTRIES + "- {name: slowest, expression: min(speed)}\n");
        weir("materialize", "features/slowest");

        assertThat(weir("why", "merged").out()).contains("it reads features/slowest now");

        write(FEATURES, "");
        Called none = weir("list");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err())
                .contains(
                        "Asset merged reads all assets features/*, and there are none.",
                        "Asset trucks depends on features/top_speed, which is not declared.");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithWhoAddedIt() throws IOException {
        write("""
                record Row(String name) {}
                record Model(java.net.URL address) {}

                class Wrong implements AssetProvider {
                    @Override public void declare(AssetFactory assets) throws Exception {
                        List<Object> box = new ArrayList<>(List.of(new Thread()));
                        assets.table("Upper", Row.class).query("select 1");
                        assets.table("open", Row.class);
                        assets.list("by_query", Row.class).query("select 1");
                        assets.value("thread", String.class).compute(inputs -> box.toString());
                        assets.value("model", Model.class).compute(inputs -> null);
                        assets.value("object", String.class).compute(new ProvidedAsset.Compute<String>() {
                            public String from(Inputs inputs) { return ""; }
                        });
                        assets.table("circle", Row.class).reading("circle", Row.class).query("select * from circle");
                        assets.value("labelled", String.class).tags("tier=1", "tier=2").compute(inputs -> "");
                        assets.value("twice", String.class).compute(inputs -> "");
                        assets.value("twice", String.class).compute(inputs -> "");
                    }
                }
                """, "");

        Called called = weir("list");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err().lines())
                .containsExactly(
                        "weir: Provider Wrong: asset Upper: 'Upper' is not an asset key: write lower-case words joined by '_', and '/' between segments, as in warehouse/orders",
                        "weir: Provider Wrong: asset open: nobody says how it is computed: end with query(…) or compute(…)",
                        "weir: Provider Wrong: asset by_query: a query gives a table, not List<Row>: begin it with table(…)",
                        "weir: Provider Wrong: asset thread: its code is given a value that Weir cannot compare with an earlier one: List[], an object of java.lang.Thread. Give it texts, numbers, records, lists or maps of these, or what the provider's constructor takes; or say with digest(…) what stands for it",
                        "weir: Provider Wrong: asset model: Component address of Model is a URL, which is no column; use a primitive or its box, String, an enum, LocalDate, LocalDateTime, LocalTime, Instant, UUID, byte[], BigDecimal with @Decimal, a record, or a List or a Map<String, …> of these",
                        "weir: Provider Wrong: asset object: it is computed by an object of Wrong$1, whose state Weir cannot compare: write a lambda, a reference to a method, or a record",
                        "weir: Provider Wrong: asset labelled: tags: 'tier=2' stands beside 'tier=1', and tier can have one value: leave one out",
                        "weir: Asset circle depends on itself: circle <- circle. To read its own earlier version, mark the parameter with @Previous. It is added by Wrong.declare.",
                        "weir: Asset twice is declared twice: by Wrong.declare and by Wrong.declare. Rename all but one with @Asset(name = …) or @Assets(prefix = …).");
    }

    @Test
    void theRulesForAllAssetsHoldForThoseThatAreAdded() throws IOException {
        String rows = "record Row(String name) {} record Other(String name, int size) {}\n";
        write(rows + """
                class Wrong implements AssetProvider {
                    @Override public void declare(AssetFactory assets) {
                        assets.table("rows", Row.class).query("select 'a' as name");
                        assets.table("lonely", Row.class).reading("row", Row.class).query("select * from row");
                        assets.table("wider", Row.class).reading("rows", Other.class).query("select name from rows");
                        assets.table("days", Row.class).reading("rows", Row.class)
                                .partitioned(new dev.weir.partitions.PartitionsDefinition.Static(List.of(new PartitionKey("a"))))
                                .query("select * from rows");
                        assets.value("all", String.class).reading(Reading.value("days", String.class)).compute(inputs -> "");
                        assets.value("slow", String.class).pool("gpu").compute(inputs -> "");
                    }
                }
                """, "");
        Called graph = weir("list");
        write(rows + """
                class Wrong implements AssetProvider {
                    @Override public void declare(AssetFactory assets) {
                        assets.table("rows", Row.class).checks(Checks.notNull("nome")).query("select 'a' as name");
                    }
                }
                """, "");

        assertThat(graph.err().lines())
                .containsExactly(
                        "weir: Asset slow: there is no pool gpu under pools: in weir.yaml. Add it, as gpu: 2",
                        "weir: Asset all reads days as String, but it is Table<Row>. Change one of the two. It is added by Wrong.declare.",
                        "weir: Asset lonely depends on row, which is not declared. Did you mean rows? It is added by Wrong.declare.",
                        "weir: Asset wider reads rows as Table<Other>, but column size is not among name. It gives Table<Row>: change one of the two. It is added by Wrong.declare.");
        assertThat(weir("list").err().lines())
                .containsExactly(
                        "weir: Check not_null_nome looks at column nome, which rows does not have. Did you mean name? It is added by Wrong.declare.");
    }

    @Test
    void codeThatIsAddedRunsInNoProcessOfItsOwn() throws IOException {
        write("""
                @RunIn(Where.PROCESS) class Apart implements AssetProvider {
                    @Override public void declare(AssetFactory assets) {
                        assets.value("one", Integer.class).compute(inputs -> 1);
                    }
                }
                """, "");

        assertThat(weir("list").err())
                .isEqualTo(
                        "weir: Provider Apart: asset one: its code runs in Weir's own process, and the class says @RunIn(Where.PROCESS): take that away, or declare the asset by a method\n");
    }

    @Test
    void whatAnAssetReadsAndGivesIsAsWideAsOfAMethod() throws IOException {
        write("""
                record Ping(String truck, int speed) {}

                @Daily(start = "2024-01-01", end = "2024-01-03", zone = "UTC")
                class Days implements AssetProvider {
                    record Twice(String from) implements ProvidedAsset.Compute<Integer> {
                        @Override public Integer from(Inputs inputs) { return 2 * inputs.value(from, Integer.class); }
                    }
                    @Override public void declare(AssetFactory assets) {
                        assets.list("pings", Ping.class)
                                .compute(inputs -> List.of(new Ping("t", inputs.window().startDate().getDayOfMonth())));
                        assets.stream("copies/pings", Ping.class).reading(Reading.table("pings", Ping.class).as("those"))
                                .compute(inputs -> inputs.table("those", Ping.class).rows());
                        assets.value("speed", Integer.class).reading("pings", Ping.class)
                                .computeOutput(inputs -> Output.of(inputs.table("pings", Ping.class).toList().getFirst().speed())
                                        .with("day", inputs.partition().value()));
                        assets.value("twice", Integer.class).reading(Reading.value("speed", Integer.class))
                                .compute(new Twice("speed"));
                        assets.file("note").reading(Reading.tables("all", "*pings", Ping.class)).compute(inputs -> {
                            inputs.log().info("{} tables", inputs.tables("all", Ping.class).size());
                            return java.nio.file.Files.writeString(inputs.staging().folder().resolve("note.txt"), "x");
                        });
                        assets.value("length", Long.class).reading(Reading.file("note"))
                                .compute(inputs -> java.nio.file.Files.size(inputs.file("note")));
                        assets.table("fast", Ping.class).reading(Reading.table("pings", Ping.class).partitions(
                                        dev.weir.partitions.mapping.PartitionMapping.Relative.trailing(2)))
                                .query("select * from pings where speed > 0");
                    }
                }
                """, "");

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("14 published.", "✓ fast@2024-01-02#1  2 rows");
        assertThat(weir("show", "twice@2024-01-02").out()).contains("4");
    }

    @Test
    void whatAnAssetDidNotSayItReadsItDoesNotGet() throws IOException {
        write("""
                record Ping(String truck) {}
                class Asks implements AssetProvider {
                    @Override public void declare(AssetFactory assets) {
                        assets.list("pings", Ping.class).compute(inputs -> List.of());
                        assets.value("unsaid", String.class).reading("pings", Ping.class)
                                .compute(inputs -> "" + inputs.table("ping").count());
                        assets.value("other", String.class).reading("pings", Ping.class)
                                .compute(inputs -> inputs.file("pings").toString());
                        assets.value("windowless", String.class).compute(inputs -> inputs.window().toString());
                    }
                }
                """, "");

        assertThat(weir("materialize").out())
                .contains(
                        "Asset unsaid does not read ping; it reads pings",
                        "Asset other reads pings as table of Ping, not as file",
                        "Asset windowless is not partitioned by time: it has no window");
    }

    @Test
    void aProviderThatFailsIsAProblemOfTheDeclaration() throws IOException {
        write("""
                class Broken implements AssetProvider {
                    @Override public void declare(AssetFactory assets) {
                        throw new IllegalStateException("no catalog");
                    }
                }
                class Unmade implements AssetProvider {
                    Unmade() { throw new IllegalStateException("no disk"); }
                    @Override public void declare(AssetFactory assets) {}
                }
                """, "");

        Called called = weir("list");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err().lines()).containsExactly(
                        "weir: Provider Broken: it fails with java.lang.IllegalStateException: no catalog (Shop.java:3)",
                        "weir: Provider Unmade could not be made: java.lang.IllegalStateException: no disk");
    }

    @Test
    void whatIsWrongWithAFileIsSaidByLine() throws IOException {
        write(FEATURES, """
                - name: top_speed
                  expresion: max(speed)
                - just text
                - {name: mean_speed, expression: avg(speed), tags: one}
                """);

        Called called = weir("list");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err().lines()).containsExactly(
                        "weir: Provider FeatureAssets: features.yaml:2: key expresion is unknown. Did you mean expression?",
                        "weir: Provider FeatureAssets: features.yaml:1: the entry has no expression",
                        "weir: Provider FeatureAssets: features.yaml:3: an entry is keys with values, such as 'name: speed'",
                        "weir: Provider FeatureAssets: features.yaml:4: tags: write a list, such as [a, b]");
    }

    @Test
    void whatAProviderIsMadeWithCountsForTheAssetsThatUseIt() throws IOException {
        String source = """
                record Limits(@Default("3") int most, @Default("0") int least) {}

                class Clock { String now() { return "noon"; } }

                class Times implements AssetProvider {
                    private final Limits limits;
                    private final Clock clock;
                    Times(@Config Limits limits, Clock clock) { this.limits = limits; this.clock = clock; }
                    @Override public void declare(AssetFactory assets) {
                        Clock mine = clock;
                        int most = limits.most();
                        assets.value("time", String.class).compute(inputs -> mine.now());
                        assets.value("most", Integer.class).compute(inputs -> most);
                        assets.value("least", Integer.class).compute(inputs -> limits.least());
                        assets.value("stamped", String.class).digest("v1")
                                .compute(inputs -> Thread.currentThread().getName().isEmpty() ? "" : "x");
                    }
                }
                """;
        write(source, "");
        assertThat(weir("materialize").err()).isEmpty();

        write(source.replace("\"noon\"", "\"midnight\""), "");
        assertThat(weir("plan").out()).contains("time  ", "least  ").doesNotContain("most  ");

        write(source, "");
        assertThat(weir("plan", "--config", "limits.most=4").out()).contains("most  ", "least  ").doesNotContain("time  ");
    }

    private void write(String source, String entries) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
        Files.writeString(folder.resolve("features.yaml"), entries);
    }

    private Called weir(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Called.in(folder, all);
    }
}
