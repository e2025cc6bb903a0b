package dev.weir.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
        table().print(Screen.file(stream));

        assertThat(printed()).isEqualTo("""
                asset         rows  description
                raw_flights    842  Departures as reported, one row a flight
                daily_delays    30
                """);
    }

    @Test
    void aNarrowTerminalCutsTheWidestColumn() {
        table().print(Screen.terminal(stream, 40).withoutColour());

        assertThat(printed()).isEqualTo("""
                asset         rows  description
                raw_flights    842  Departures as repor…
                daily_delays    30
                """);
    }

    @Test
    void coloursStandOutsideTheBlanks() {
        TextTable.of("a", ">b").row(TextTable.cell(Style.GREEN, "x"), 1).print(Screen.terminal(stream, 80));

        assertThat(printed()).isEqualTo("\u001b[2ma\u001b[0m  \u001b[2mb\u001b[0m\n\u001b[32mx\u001b[0m  1\n");
    }

    @Test
    void aCellIsOneLine() {
        TextTable.of("text").row("two\n  lines\n").print(Screen.file(stream));

        assertThat(printed()).isEqualTo("text\ntwo lines\n");
    }

    private static TextTable table() {
        return TextTable.of("asset", ">rows", "description")
                .row("raw_flights", 842, "Departures as reported, one row a flight")
                .row("daily_delays", 30, "");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
