package dev.weir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A project whose code gives away its secrets wherever it can.
///
/// The first secret comes from the environment, the second from a file with two lines; the password of a database is the third.
final class Vault {

    static final String OF_ENVIRONMENT = "canary1 of/the+environment";
    static final String OF_FILE = "canary2-first-line\ncanary2-second-line\n";

    /// What is looked for: a part of each, so that it is found however the rest is written.
    static final String[] CANARIES = {"canary1", "canary2", "canary3"};

    static final Map<String, String> VARIABLES = Map.of("VAULT_TOKEN", OF_ENVIRONMENT);

    private static final String SOURCE = """
            import java.io.IOException;
            import java.net.URLEncoder;
            import java.nio.file.Files;

            record Row(String name, int length) {}

            class Door implements AutoCloseable {
                private final Secret token;
                Door(Secret token) { this.token = token; }
                String open() { return token.reveal(); }
                @Override public void close() throws IOException { throw new IOException("cannot be closed with " + open()); }
            }

            class Stuck {
                Stuck(Secret token) { throw new IllegalStateException("stuck with " + token.reveal(), new IOException(token.reveal())); }
            }

            class Shop {
                private final Secret token;
                private final Secret key;
                Shop(Secret token, Secret key) { this.token = token; this.key = key; }

                private String all() { return token + " " + token.reveal() + " " + key.reveal(); }

                private void say(Log log) throws Exception {
                    log.info("log {}", all());
                    log.warn("encoded {}", URLEncoder.encode(all(), "UTF-8"));
                    System.out.println("out " + all());
                    System.err.println("err " + all());
                    System.getLogger("shop").log(System.Logger.Level.WARNING, "logger " + all());
                    org.slf4j.LoggerFactory.getLogger("shop").error("slf4j " + all(), new IOException(all()));
                }

                @Asset Output<List<Row>> told(Log log) throws Exception {
                    say(log);
                    return Output.of(List.of(new Row(Integer.toHexString(all().hashCode()), all().length())))
                            .with("url", "https://me:" + token.reveal() + "@host").with("key", key.reveal()).tagged("t", token.reveal());
                }

                @Check CheckResult warns(Table<Row> told) {
                    return CheckResult.of(false).severity(CheckSeverity.WARN).with("found", all());
                }

                @Asset int checked() { return 1; }
                @Check CheckResult breaks(int checked) { throw new IllegalStateException(all()); }

                @Asset int rejected() { return 1; }
                @Check CheckResult blocks(int rejected) { return CheckResult.of(false).with("found", all()); }

                @Asset int thrown() throws IOException {
                    IOException failure = new IOException("no answer for " + all(), new IllegalStateException(all()));
                    failure.addSuppressed(new IllegalStateException(all()));
                    throw failure;
                }

                @Asset @RunIn(Where.PROCESS) Output<Integer> apart(Log log) throws Exception {
                    say(log);
                    return Output.of(1).with("found", all());
                }

                @Asset @RunIn(Where.PROCESS) int apartThrown() { throw new IllegalStateException(all(), new IOException(all())); }

                @Asset @When("holds") int skipped() { return 1; }
                @Condition("It is open") Decision holds() { return Decision.of(false, "found %s", all()); }

                @Asset @External String elsewhere() {
                    if (Files.exists(java.nio.file.Path.of("gone"))) { throw new IllegalStateException(all()); }
                    return "here";
                }
            }

            class Behind {
                private final Door door;
                Behind(Door door) { this.door = door; }
                @Asset int behind() { throw new IllegalStateException(door.open()); }
            }

            class Never {
                Never(Stuck stuck) {}
                @Asset int never() { return 1; }
            }

            interface Commands {
                @Asset @Command("sh told.sh") java.nio.file.Path toldByCommand();
                @Asset @Command("sh failed.sh") java.nio.file.Path failedByCommand();
            }
            """;

    private static final String TOLD = """
            echo "out $VAULT_TOKEN"; echo "err $VAULT_TOKEN" >&2; cat key.txt
            said() { printf '{"method": "%s", "params": {%s}}\\n' "$1" "$2" >> "$WEIR_MESSAGES"; }
            said log "\\"message\\": \\"told $VAULT_TOKEN\\""
            said report_asset_materialization "\\"metadata\\": {\\"found\\": \\"$VAULT_TOKEN\\"}"
            said report_asset_check "\\"check_name\\": \\"open\\", \\"passed\\": true, \\"metadata\\": {\\"found\\": \\"$VAULT_TOKEN\\"}"
            said "$VAULT_TOKEN" ''
            for process in /proc/[0-9]*; do tr '\\0' ' ' < $process/cmdline; echo; done 2>/dev/null > "$WEIR_STAGING/processes"
            """;

    private static final String FAILED = """
            echo "reading $VAULT_TOKEN" >&2
            exit 3
            """;

    private Vault() {}

    /// Lays it into a folder.
    static void build(Path folder) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
        Files.writeString(folder.resolve("told.sh"), TOLD);
        Files.writeString(folder.resolve("failed.sh"), FAILED);
        Files.writeString(folder.resolve("key.txt"), OF_FILE);
        Files.writeString(folder.resolve("weir.yaml"), """
                project: vault
                secrets: {token: {env: VAULT_TOKEN}, key: {file: key.txt}}
                """);
    }
}
