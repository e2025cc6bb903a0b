package dev.weir.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

    @ParameterizedTest
    @CsvSource({
        "flights, flights",
        "dailyDelays, daily_delays",
        "DailyDelays, daily_delays",
        "gpsURL2, gps_url2",
        "URL, url",
        "URLParser, url_parser",
        "parseURLNow, parse_url_now",
        "aB, a_b",
        "aBC, a_bc",
        "xAxis, x_axis",
        "top10, top10",
        "top10Carriers, top10_carriers",
        "top10carriers, top10carriers",
        "h3Cell9, h3_cell9",
        "raw_flights, raw_flights",
        "raw_Flights, raw_flights",
        "RAW_FLIGHTS, raw_flights",
        "a$b, a$b",
        "größe, größe",
    })
    void aWordStartsAtACapitalAndARunOfCapitalsIsOneWord(String javaName, String expected) {
        assertThat(SnakeCase.of(javaName)).isEqualTo(expected);
    }

    @Test
    void theCaseRulesOfTheMachineDoNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(SnakeCase.of("hourlyINDEX")).isEqualTo("hourly_index");
        } finally {
            Locale.setDefault(before);
        }
    }
}
