package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.generated.ColumnCodec;
import dev.weir.assets.generated.OneValue;
import dev.weir.assets.generated.RowCodec;
import dev.weir.materializer.value.Rows.Everything;
import dev.weir.materializer.value.Rows.Point;
import dev.weir.materializer.value.Rows.Trip;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Small values with parts.
class JsonRowsTest {

    private static final RowCodec<List<Integer>> NUMBERS = new OneValue<>(ColumnCodec.lists(ColumnCodec.ints()));

    record Summary(String carrier, int flights, @Nullable List<Point> at) {}

    @Test
    void aRecordIsAnObjectByTheNamesOfItsColumns() {
        String text = JsonRows.write(
                new Summary("UA", 3, List.of(new Point(1.5, null))), RowCodecs.of(Summary.class));

        assertThat(text).isEqualTo("{\"carrier\":\"UA\",\"flights\":3,\"at\":[{\"lat\":1.5,\"lon\":null}]}");
    }

    @Test
    void everyTypeOfColumnComesBack() {
        RowCodec<Trip> trips = RowCodecs.of(Trip.class);
        for (Trip trip : List.of(Rows.TRIP, Rows.NO_TRIP)) {
            assertThat(JsonRows.read(JsonRows.write(trip, trips), trips)).isEqualTo(trip);
        }
        RowCodec<Everything> everything = RowCodecs.of(Everything.class);
        assertThat(JsonRows.read(JsonRows.write(Rows.NULLS, everything), everything)).isEqualTo(Rows.NULLS);
    }

    @Test
    void listsAndMapsStandByThemselves() {
        RowCodec<Map<String, BigDecimal>> prices = new OneValue<>(ColumnCodec.maps(ColumnCodec.decimals(6, 2)));

        assertThat(JsonRows.write(Arrays.asList(1, null, 3), NUMBERS)).isEqualTo("[1,null,3]");
        assertThat(JsonRows.read("[1, null, 3]", NUMBERS)).containsExactly(1, null, 3);
        assertThat(JsonRows.write(Map.of("b", new BigDecimal("1.5"), "a", BigDecimal.TEN), prices))
                .isEqualTo("{\"a\":10.00,\"b\":1.50}");
        assertThat(JsonRows.read("{\"a\": 10.00}", prices)).isEqualTo(Map.of("a", new BigDecimal("10.00")));
    }

    @Test
    void halfOfASurrogatePairIsRefusedWhereverItIs() {
        RowCodec<Map<String, BigDecimal>> prices = new OneValue<>(ColumnCodec.maps(ColumnCodec.decimals(6, 2)));

        assertThatThrownBy(() -> JsonRows.write(Map.of("\ude00", BigDecimal.ONE), prices))
                .hasMessage("The value has \\ude00 in a text, half of a surrogate pair, which no file can hold: cut texts between"
                        + " whole characters");
    }

    @Test
    void aReaderMayAskForLessAndForMoreThatMayBeNull() {
        RowCodec<Summary> summaries = RowCodecs.of(Summary.class);

        assertThat(JsonRows.read("{\"flights\": 3, \"delay\": {\"mean\": [1]}, \"carrier\": \"UA\"}", summaries))
                .isEqualTo(new Summary("UA", 3, null));
        assertThatThrownBy(() -> JsonRows.read("{\"carrier\": \"UA\"}", summaries))
                .hasMessage("The value has no flights, or null for it, and its component is a primitive");
        assertThatThrownBy(() -> JsonRows.read("{\"flights\": \"many\"}", summaries))
                .hasMessageStartingWith("The value cannot be read as (carrier VARCHAR, flights INTEGER not null, at STRUCT(");
        assertThatThrownBy(() -> JsonRows.read("7", NUMBERS)).hasMessageContaining("it has 7 where [ should be");
    }

    @Test
    void whatJsonCannotSayIsRefused() {
        assertThatThrownBy(() -> JsonRows.write(null, NUMBERS))
                .hasMessage(
                        "The method returned null; a small value is a record, a list, a map, text, a number or a boolean, never null");
        assertThatThrownBy(() -> JsonRows.write(new Point(Double.NaN, null), RowCodecs.of(Point.class)))
                .hasMessage("The method returned NaN, which JSON cannot write; return a number that is finite");
        assertThatThrownBy(() -> JsonRows.write(Collections.nCopies(40_000, 7), NUMBERS))
                .hasMessage("The value takes 80,001 bytes as JSON; a small value takes at most 65,536. Return a table of records, or write it into a file and return its Path");
    }
}
