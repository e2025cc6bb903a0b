package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// weir.yaml, `--config` and jobs, from the command line.
class ConfigurationTest {

    private static final String LIMITS = """
            enum Mode { FAST, SLOW }
            record Limits(int low, @Default("9") int high, @Default("FAST") Mode mode) {}

            class Flights {
                final Secret token;
                Flights(Secret token) { this.token = token; }

                @Asset(timeout = "5m") int total(@Config Limits limits) { return limits.low() + limits.high(); }
                @Asset int twice(int total) { return 2 * total; }
                @Asset String other() { return "x"; }
            }
            """;
    private static final String FILE = """
            parallel: 2
            pools: {archive: 1}
            database: {url: 'jdbc:postgresql://ana:geheim@db/weir?password=geheim'}
            config:
              limits: {low: 1}
            defaults: {timeout: 10m, pool: archive, owners: [team:data]}
            jobs:
              nightly:
                select: +twice
                config: {limits: {low: 5}}
            secrets: {token: {env: TOKEN}}
            """;

    @TempDir
    Path folder;

    @Test
    void whatHoldsIsShownWithWhoSaysSo() throws IOException {
        write(FILE);

        Called called = Called.in(folder, Map.of("TOKEN", "geheim"), "show", "--config", "-f", "Flights.java");

        assertThat(rows(called))
                .containsExactly(
                        "value | is | because of",
                        "warehouse | " + folder.resolve(".weir/warehouse") + " | default",
                        "database.url | jdbc:postgresql://ana:***@db/weir?password=*** | weir.yaml:3",
                        "parallel | 2 | weir.yaml:1",
                        "pools.archive | 1 | weir.yaml:2",
                        "defaults.timeout | 10m | weir.yaml:6",
                        "defaults.pool | archive | weir.yaml:6",
                        "defaults.owners | team:data | weir.yaml:6",
                        "config.limits.high | 9 | default in code",
                        "config.limits.low | 1 | weir.yaml:5",
                        "config.limits.mode | FAST | default in code",
                        "jobs.nightly.select | +twice | weir.yaml:9",
                        "jobs.nightly.config.limits.low | 5 | weir.yaml:10",
                        "secrets.token | *** | environment: TOKEN");
        assertThat(called.out()).doesNotContain("geheim");
    }

    @Test
    void whatHoldsForOneAssetIsShown() throws IOException {
        write(FILE);

        assertThat(rows(weir("show", "total", "--config")))
                .containsExactly(
                        "value | is | because of",
                        "retry | none | default",
                        "timeout | 5m | code",
                        "pool | archive | weir.yaml:6",
                        "owners | team:data | weir.yaml:6",
                        "config.limits.high | 9 | default in code",
                        "config.limits.low | 1 | weir.yaml:5",
                        "config.limits.mode | FAST | default in code",
                        "secrets.token | not set | environment: TOKEN");
    }

    @Test
    void aJobBringsItsConfigurationAlongAndTheCommandLineGoesBeforeIt() throws IOException {
        write(FILE.replaceFirst("database.*\\n", "").replace("secrets: {token: {env: TOKEN}}\n", ""));
        Files.writeString(
                folder.resolve("Flights.java"),
                LIMITS.replace("final Secret token;", "").replaceFirst(" Flights\\(Secret.*\\n", "\n"));

        assertThat(weir("materialize", "job:nightly").out()).contains("✓ total#1", "✓ twice#1", "2 published.");
        assertThat(weir("show", "total").out()).contains("14");
        assertThat(weir("plan", "job:nightly").out()).startsWith("✓ Everything is up to date");
        assertThat(weir("materialize", "job:nightly", "--config", "limits.low=7").out()).contains("✓ total#2");
        assertThat(weir("show", "total").out()).contains("16");
        assertThat(weir("list", "changed:config").out()).contains("total").doesNotContain("twice", "other");
        assertThat(weir("why", "total#2").out()).contains("its configuration changed: limits.low 5 → 7");
        assertThat(weir("plan", "total").out()).contains("its configuration changed: limits.low 7 → 1");
        assertThat(weir("show", "total").out()).contains("weir.config.limits.low", "weir.config.limits.mode");

        assertThat(weir("accept", "total", "--reason", "as good").status()).isZero();

        assertThat(weir("plan", "total", "--config", "limits.low=3", "--config", "limits.high=8").out())
                .contains("its configuration changed: limits.high 9 → 8, limits.low 1 → 3");
        assertThat(weir("list", "status:missing").out()).contains("other").doesNotContain("total");
        assertThat(weir("list", "job:nigthly").err())
                .isEqualTo("weir: There is no job nigthly. Did you mean nightly?\n    job:nigthly\n    ^\n");
    }

    @Test
    void theSchemaOfTheReferenceIsTheOneThatIsPrinted() throws IOException {
        Path reference = Path.of("../docs/reference/weir.schema.json");

        assertThat(Called.in(folder.resolve("nowhere"), "schema").out()).isEqualTo(Files.readString(reference));
    }

    @Test
    void theSchemaOfAProjectKnowsTheConfigurationThatItsClassesAskFor() throws IOException {
        write("config: {limits: {lwo: 1}}");
        JsonSchema schema = schema(weir("schema").out());

        assertThat(mistakes(schema, "config: {limits: {low: 1, mode: SLOW}}")).isEmpty();
        assertThat(mistakes(schema, "config: {limits: {lwo: 1}}")).hasSize(1);
        assertThat(mistakes(schema, "config: {limits: {low: many}}")).hasSize(1);
        assertThat(mistakes(schema, "config: {limits: {mode: LAZY}}")).hasSize(1);
        assertThat(mistakes(schema, "jobs: {a: {select: x, config: {limit: {low: 1}}}}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                         | good",
                "project: flights                                           | good",
                "project: {id: flights, name: Flights}                      | good",
                "project: {identity: flights}                               | bad",
                "project: Flights                                           | bad",
                "classes: [a, b]                                            | good",
                "classes: a                                                 | bad",
                "clases: [a]                                                | bad",
                "parallel: 4                                                | good",
                "parallel: 0                                                | bad",
                "parallel: many                                             | bad",
                "pools: {archive: 2}                                        | good",
                "pools: {archive: none}                                     | bad",
                "pools:                                                     | good",
                "warehouse: data                                            | good",
                "warehouse: [data]                                          | bad",
                "database: {url: x}                                         | good",
                "database: {uri: x}                                         | bad",
                "database: x                                                | bad",
                "config: {limits: {low: 1, high: a, on: true}}              | good",
                "config: {limits: 1}                                        | bad",
                "config: {limits: {low: [1]}}                               | bad",
                "defaults: {retry: {max: 3, delay: 1h30m, jitter: 0.5}}     | good",
                "defaults: {retry: {max: 3, backoff: linear}}               | good",
                "defaults: {retry: {delay: 3s}}                             | bad",
                "defaults: {retry: {max: 3, delay: soon}}                   | bad",
                "defaults: {retry: {max: 3, backoff: fast}}                 | bad",
                "defaults: {retry: {max: 3, jitter: 2}}                     | bad",
                "defaults: {retry: {max: 3, times: 2}}                      | bad",
                "defaults: {timeout: none, owners: [a], tags: [b=c]}        | good",
                "defaults: {timeout: 5 minutes}                             | bad",
                "defaults: {timeout: 0s}                                    | bad",
                "defaults: {timeout: 0m10s}                                 | good",
                "defaults: {timeout: ''}                                    | bad",
                "defaults: {timeout: 1234567890s}                           | bad",
                "defaults: {retry: {max: 3, delay: 0s}}                     | good",
                "defaults: {retry: {max: 3, delay: none}}                   | bad",
                "defaults: {retry: {max: 3, delay: ''}}                     | bad",
                "retention: {grace: 0s}                                     | good",
                "retention: {grace: none}                                   | bad",
                "defaults: {tags: [a, ' ']}                                 | bad",
                "defaults: {owners: [a, b, a]}                              | bad",
                "defaults: {pool: none}                                     | good",
                "defaults: {owner: a}                                       | bad",
                "jobs: {nightly: {select: '*', description: d}}             | good",
                "jobs: {nightly: {select: '*', config: {a: {b: 1}}}}        | good",
                "jobs: {nightly: {description: d}}                          | bad",
                "jobs: {nightly: {select: '*', cron: x}}                    | bad",
                "secrets: {token: {env: A}}                                 | good",
                "secrets: {token: {file: a}}                                | good",
                "secrets: {token: abc}                                      | bad",
                "secrets: {token: {env: A, file: a}}                        | bad",
                "secrets: {token: {}}                                       | bad",
            })
    void theSchemaAndTheReaderAgree(String text, String verdict) throws IOException {
        JsonSchema schema = schema(Called.in(folder.resolve("nowhere"), "schema").out());

        assertThat(mistakes(schema, text).isEmpty() ? "good" : "bad").isEqualTo(verdict);
        assertThat(isRead(text) ? "good" : "bad").isEqualTo(verdict);
    }

    private boolean isRead(String text) throws IOException {
        try {
            ProjectFile _ = ProjectFile.read(Files.writeString(folder.resolve("weir.yaml"), text));
            return true;
        } catch (WeirException malformed) {
            return false;
        }
    }

    private static JsonSchema schema(String text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
    }

    private static List<String> mistakes(JsonSchema schema, String yaml) throws IOException {
        String json = yaml.isEmpty() ? "null" : new YAMLMapper().readTree(yaml).toString();
        List<String> mistakes = new ArrayList<>();
        schema.validate(json, InputFormat.JSON).forEach(message -> mistakes.add(message.toString()));
        return mistakes;
    }

    private void write(String file) throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), file);
        Files.writeString(folder.resolve("Flights.java"), LIMITS);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Flights.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }

    private static List<String> rows(Called called) {
        return called.out().lines().map(line -> line.replaceAll("  +", " | ")).toList();
    }
}
