package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.Backoff;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {

    @TempDir
    Path folder;

    @Test
    void everythingItSaysIsRead() throws IOException {
        ProjectFile file = read(
                """
                project:
                  id: nyc-flights
                  name: Flights out of New York
                classes: [target/classes, lib/rules.jar]
                config:
                  thresholds:
                    outlier: 300
                    from: 2013-01-01
                    strict: True
                secrets:
                  api_token: {env: API_TOKEN}
                  key: {file: secrets/key}
                defaults:
                  retry: {max: 3, delay: 30s, backoff: linear}
                  timeout: 10m
                  pool: archive
                  owners: [team:data]
                  tags: [layer=raw, nightly]
                parallel: 4
                pools: {archive: 2}
                jobs:
                  nightly:
                    select: group:flights
                    description: What the morning reads
                    config:
                      thresholds: {outlier: 200}
                warehouse: data
                database: {url: 'jdbc:postgresql://db/weir'}
                """);

        assertThat(file.identity().id()).contains("nyc-flights");
        assertThat(file.identity().name()).contains("Flights out of New York");
        assertThat(file.classes()).contains(List.of(folder.resolve("target/classes"), folder.resolve("lib/rules.jar")));
        assertThat(file.config())
                .isEqualTo(Map.of(
                        "thresholds",
                        Map.of(
                                "outlier", new WrittenText("300", "weir.yaml:7"),
                                "from", new WrittenText("2013-01-01", "weir.yaml:8"),
                                "strict", new WrittenText("true", "weir.yaml:9"))));
        assertThat(file.secrets())
                .isEqualTo(Map.of(
                        "api_token", new SecretSource.Variable("API_TOKEN"),
                        "key", new SecretSource.File(folder.resolve("secrets/key"))));
        assertThat(file.defaults())
                .isEqualTo(new AssetDefaults(
                        new Execution(
                                new Setting.Of<>(new RetryPolicy(3, Duration.ofSeconds(30), Backoff.LINEAR, 0.1)),
                                new Setting.Of<>(Duration.ofMinutes(10)),
                                new Setting.Of<>(new PoolName("archive"))),
                        List.of("team:data"),
                        List.of("layer=raw", "nightly")));
        assertThat(file.limits())
                .isEqualTo(new ProjectFile.Limits(OptionalInt.of(4), Map.of(new PoolName("archive"), 2)));
        assertThat(file.jobs())
                .isEqualTo(Map.of(
                        "nightly",
                        new Job(
                                "What the morning reads",
                                AssetSelection.parse("group:flights"),
                                Map.of("thresholds", Map.of("outlier", new WrittenText("200", "weir.yaml:26"))))));
        assertThat(file.places())
                .containsEntry("defaults.retry.delay", "weir.yaml:14")
                .containsEntry("pools.archive", "weir.yaml:20");
        assertThat(file.storage().warehouse()).contains("data");
        assertThat(file.storage().database()).contains("jdbc:postgresql://db/weir");
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        assertThat(read("")).isEqualTo(ProjectFile.EMPTY);
        assertThat(read("# Only a comment.\n\n")).isEqualTo(ProjectFile.EMPTY);
        assertThat(read("---\nconfig:\nsecrets:\n")).isEqualTo(ProjectFile.EMPTY);
    }

    @Test
    void aProjectMayBeNamedInOneWord() throws IOException {
        assertThat(read("project: flights").identity().id()).contains("flights");
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithItsLine() {
        assertWrong(
                """
                project: NYC Flights
                clases:
                  - target/classes
                classes: target/classes
                parallel: many
                config:
                  thresholds: 5
                  limits: {low: [1, 2]}
                secrets:
                  token: abc123
                  both: {env: A, file: b}
                  none: {}
                  odd: {environment: A}
                database: {uri: x}
                parallel: 2
                """,
                "weir.yaml:1: 'NYC Flights' is not a project id: start with a letter, then use lower-case letters, digits, '-'"
                        + " and '_'",
                "weir.yaml:2: Key clases is unknown. Did you mean classes?",
                "weir.yaml:4: classes is a single value: write a list, such as '[a, b]'",
                "weir.yaml:5: parallel is 'many': write how many steps may run at once, 1 or more",
                "weir.yaml:7: config: thresholds is a single value: write keys with values, such as 'key: value'",
                "weir.yaml:8: config: limits: low is a list: write one value",
                "weir.yaml:10: Secret token stands in the file itself: write where it comes from, {env: NAME} or {file: PATH}",
                "weir.yaml:11: Secret both has both env and file: keep one",
                "weir.yaml:12: Secret none comes from nowhere: write {env: NAME} or {file: PATH}",
                "weir.yaml:13: Key environment under secrets: odd is unknown. Known are env, file.",
                "weir.yaml:13: Secret odd comes from nowhere: write {env: NAME} or {file: PATH}",
                "weir.yaml:14: Key uri under database is unknown. Did you mean url?",
                "weir.yaml:15: Key parallel stands twice: keep one");
    }

    @Test
    void aTextThatIsNoYamlIsRefusedAtItsLine() {
        assertWrong("config: {a: 1\nparallel: 2", "weir.yaml:2: expected ',' or '}', but got :");
        assertWrong(
                "---\nparallel: 1\n---\nparallel: 2\n",
                "weir.yaml:3: expected a single document in the stream, but found another document");
        assertWrong("- a\n- b\n", "weir.yaml:1: The file is a list: write keys with values, such as 'parallel: 4'");
    }

    @Test
    void whatIsWrongWithDefaultsIsSaidAtOnce() {
        assertWrong(
                """
                defaults:
                  retry:
                    max: many
                    delay: soon
                    backoff: exponentially
                    jitter: 2
                  timeout: 5 minutes
                  owner: [ana]
                  tags: nightly
                """,
                "weir.yaml:3: defaults: retry: max: 'many' is not a number of retries: write 0 or more",
                "weir.yaml:4: defaults: retry: delay: 'soon' is not a duration: write numbers and units, such as 500ms, 30s,"
                        + " 10m, 2h, 1d or 1h30m",
                "weir.yaml:5: defaults: retry: backoff: 'exponentially' is none of constant, linear, exponential. Did you"
                        + " mean exponential?",
                "weir.yaml:6: defaults: retry: jitter: '2' is not a share: write a number from 0 to 1",
                "weir.yaml:7: defaults: timeout: '5 minutes' is not a duration: write numbers and units, such as 500ms, 30s,"
                        + " 10m, 2h, 1d or 1h30m",
                "weir.yaml:8: Key owner under defaults is unknown. Did you mean owners?",
                "weir.yaml:9: defaults: tags is a single value: write a list, such as '[a, b]'");
        assertWrong(
                "defaults: {retry: {delay: 3s}}",
                "weir.yaml:1: defaults: retry has no max: write how many times to try again, such as {max: 3}");
    }

    @Test
    void aTimeoutLeavesTime() {
        assertWrong(
                "defaults: {timeout: 0s}",
                "weir.yaml:1: defaults: timeout: '0s' leaves no time: write how long it may take, such as 10m, or none");
    }

    @Test
    void labelsAreWordsThatStandThereOnce() {
        assertWrong(
                """
                defaults:
                  owners: [team:ops, "", team:ops]
                  tags:
                    - tier=1
                    - tier=2
                """,
                "weir.yaml:2: defaults: owners: one is empty: write a word, such as \"team:ops\", or leave it out",
                "weir.yaml:2: defaults: owners: 'team:ops' stands there twice: leave one out",
                "weir.yaml:5: defaults: tags: 'tier=2' stands beside 'tier=1', and tier can have one value: leave one out");
    }

    @Test
    void anAddressIsNoWarehouse() {
        assertWrong(
                "warehouse: s3://bucket/data",
                "weir.yaml:1: warehouse is the address 's3://bucket/data': this Weir keeps data in folders only, so write the"
                        + " path of one");
    }

    @Test
    void manyAliasesOfAliasesCostNothing() {
        String bomb =
                """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                classes: *e
                """;

        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(WeirException.class)
                .hasMessageContaining(": classes is a list: write one value");
    }

    @Test
    void mappingsThatMergeThemselvesEndWithASentence() {
        assertWrong("&a {parallel: 1, <<: *a}", "weir.yaml:1: Key << is unknown. Known are project, classes, parallel, pools, warehouse, database, config, defaults, retention, jobs, secrets.");
        assertWrong("&a {!!merge x: *a}", "weir.yaml:1: merge keys are not understood");
        assertWrong("&a {!<tag:yaml.org,2002:%6Derge> x: *a}", "weir.yaml:1: merge keys are not understood");
    }

    private void assertWrong(String text, String... messages) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(WeirException.class, wrong -> assertThat(
                        wrong.problems())
                .extracting(Object::toString)
                .containsExactly(messages));
    }

    private ProjectFile read(String text) throws IOException {
        return ProjectFile.read(Files.writeString(folder.resolve("weir.yaml"), text));
    }
}
