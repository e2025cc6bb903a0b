package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.argument.Syntax;
import dev.weir.cli.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {

    @TempDir
    Path folder;

    @Test
    void theVersionIsOneLine() {
        Called called = Called.in(folder, "version");

        assertThat(called.out()).matches("weir development \\(Java .+\\)\n");
        assertThat(called.err()).isEmpty();
        assertThat(called.status()).isZero();
    }

    @Test
    void noWordsAtAllGiveTheHelp() {
        Called called = Called.in(folder);

        assertThat(called.out()).contains("Usage: weir COMMAND [options]", "  version  ");
        assertThat(called.status()).isZero();
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command : Commands.NAMES) {
            Called called = Called.in(folder, (command + " --help").split(" "));

            assertThat(called.out()).as(command).contains("Usage: weir " + command, "Example", "  weir " + command);
            assertThat(called.status()).isZero();
        }
    }

    @Test
    void everyCommandAndOptionStandsInTheReference() throws IOException {
        String commands = Files.readString(Path.of("../docs/reference/cli.md"));
        String json = Files.readString(Path.of("../docs/reference/json.md"));

        for (Syntax syntax : Commands.syntaxes()) {
            assertThat(commands).contains("\n### " + syntax.command() + "\n");
            assertThat(json).contains("\n### " + syntax.command() + "\n");
            syntax.options().forEach(option -> assertThat(commands).contains("`" + option.name()));
        }
    }

    @Test
    void helpMayComeBeforeTheCommand() {
        assertThat(Called.in(folder, "help", "version").out())
                .isEqualTo(Called.in(folder, "version", "--help").out())
                .startsWith("Prints the version of Weir\n\nUsage: weir version [options]\n");
    }

    @Test
    void anUnknownCommandIsNamedWithWhatWasMeant() {
        Called called = Called.in(folder, "grpah");

        assertThat(called.err()).isEqualTo("weir: There is no command grpah. Did you mean graph?\n");
        assertThat(called.out()).isEmpty();
        assertThat(called.status()).isEqualTo(2);
    }

    @Test
    void whatIsNoPathIsAUsageError() {
        Called called = Called.in(folder, "restore", "a\0b");

        assertThat(called.err()).isEqualTo("weir: 'a\0b' is not a path (Nul character not allowed): correct it.\n");
        assertThat(called.status()).isEqualTo(2);
    }

    @Test
    void aPathThatTheLocaleCannotSpellIsSaidWithALocaleThatCan() {
        InvalidPathException noPath = new InvalidPathException("/srv/\uFFFDst", "Malformed input or input contains unmappable characters");

        assertThat(Cli.noPath(noPath, "ANSI_X3.4-1968").message())
                .isEqualTo("'/srv/\uFFFDst' cannot be a path where the locale takes the names of files as ANSI_X3.4-1968: set "
                        + "LC_ALL=C.UTF-8, or take another name.");
    }

    @Test
    void onlyADatabaseThatIsSharedIsMigratedOnCommand() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "");

        Called called = Called.in(folder, "db", "migrate");

        assertThat(called.err())
                .isEqualTo("weir: This project has no PostgreSQL: name one with WEIR_DATABASE_URL, or as database: {url: …}"
                        + " in weir.yaml. The embedded database brings itself up to date.\n");
        assertThat(called.status()).isEqualTo(2);
    }

    @Test
    void aWrongOptionIsAUsageErrorInJsonToo() {
        Called called = Called.in(folder, "--json", "version", "--projcet", "x", "y");

        assertThat(called.out()).isEqualToNormalizingNewlines("""
                {
                  "format" : 1,
                  "command" : "version",
                  "exit" : 2,
                  "problems" : [ {
                    "code" : "USAGE",
                    "kind" : "USER",
                    "message" : "weir version has no option --projcet. Did you mean --project?",
                    "docs" : "docs/reference/problems.md#usage"
                  }, {
                    "code" : "USAGE",
                    "kind" : "USER",
                    "message" : "weir version takes no words beside its options, but was given 'x'.",
                    "docs" : "docs/reference/problems.md#usage"
                  } ],
                  "result" : null
                }
                """);
        assertThat(called.err()).isEmpty();
        assertThat(called.status()).isEqualTo(2);
    }
}
