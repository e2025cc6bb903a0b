package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.checks.index.ClassIndex;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What goes through a codec comes back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowCodecTest {

    private static final String SOURCE = """
        package com.acme;

        import dev.weir.assets.*;
        import java.time.*;
        import java.math.BigDecimal;
        import java.util.*;

        public final class Everything {

            enum Mood { CALM, WILD { } }

            record Row(
                    boolean flag, byte b, short s, int i, long l, float f, double d,
                    Boolean flagBox, Byte byteBox, Short shortBox, Integer intBox, Long longBox, Float floatBox,
                    Double doubleBox, String text, LocalDate date, Instant instant, Mood mood) {}

            record Point(double lat, double lon) {}

            record Stop(String name, Point at, @Decimal(precision = 6, scale = 2) BigDecimal fee) {}

            record Trip(
                    UUID id, @Decimal(scale = 2) BigDecimal price, LocalDateTime local, LocalTime time, byte[] photo,
                    Stop start, List<Stop> stops, List<List<Integer>> grid, Map<String, Mood> moods,
                    @Decimal(precision = 9, scale = 4) Map<String, List<BigDecimal>> rates) {}

            @Asset static List<Trip> trips() { return List.of(); }

            @Asset static List<Row> everything() { return List.of(); }
        }
        """;

    private Compiled compiled;
    private AssetModule module;

    @BeforeAll
    void compile(@TempDir Path output) throws Exception {
        compiled = new Javac(output).compile(SOURCE).successfully();
        module = compiled.module("com.acme.Everything");
    }

    @Test
    void primitivesAreNeverNullAndReferencesMayBe() throws Exception {
        assertThat(codec().schema())
                .hasToString("(flag BOOLEAN not null, b TINYINT not null, s SMALLINT not null, i INTEGER not null, "
                        + "l BIGINT not null, f REAL not null, d DOUBLE not null, flag_box BOOLEAN, byte_box TINYINT, "
                        + "short_box SMALLINT, int_box INTEGER, long_box BIGINT, float_box REAL, double_box DOUBLE, "
                        + "text VARCHAR, date DATE, instant TIMESTAMP WITH TIME ZONE, mood VARCHAR)");
    }

    @Test
    void theIndexHasTheSchemaOfTheCodec() throws Exception {
        ClassIndex index = compiled.index("com.acme.Everything");

        assertThat(index.assets().getLast().output().row().orElseThrow().schema())
                .isEqualTo(codec().schema());
    }

    @Test
    void everyComponentComesBack() throws Exception {
        assertComesBack(
                true,
                (byte) -1,
                (short) 300,
                70_000,
                5_000_000_000L,
                0.5f,
                1e300,
                false,
                (byte) 7,
                (short) -300,
                -70_000,
                -5_000_000_000L,
                -0.5f,
                Double.NaN,
                "text ü",
                LocalDate.of(2013, 1, 15),
                Instant.parse("2013-01-15T12:00:00.123456Z"),
                mood("WILD"));
    }

    @Test
    void nullsComeBackAsNulls() throws Exception {
        assertComesBack(
                false, (byte) 0, (short) 0, 0, 0L, 0f, 0d, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    @Test
    void componentsWithPartsHaveTypesWithParts() throws Exception {
        assertThat(trips().schema())
                .hasToString("(id UUID, price DECIMAL(18,2), local TIMESTAMP, time TIME, photo BLOB, "
                        + "start STRUCT(\"name\" VARCHAR, \"at\" STRUCT(\"lat\" DOUBLE, \"lon\" DOUBLE), \"fee\" DECIMAL(6,2)), "
                        + "stops STRUCT(\"name\" VARCHAR, \"at\" STRUCT(\"lat\" DOUBLE, \"lon\" DOUBLE), \"fee\" DECIMAL(6,2))[], "
                        + "grid INTEGER[][], moods MAP(VARCHAR, VARCHAR), rates MAP(VARCHAR, DECIMAL(9,4)[]))");
        assertThat(compiled.index("com.acme.Everything").assets().getFirst().key()).hasToString("trips");
        assertThat(compiled.index("com.acme.Everything").assets().getFirst().output().row().orElseThrow().schema())
                .isEqualTo(trips().schema());
    }

    @Test
    void componentsWithPartsComeBack() throws Exception {
        Object point = made("Point", 1.5, -2.5);
        Object stop = made("Stop", "Rotterdam", point, new BigDecimal("12.50"));
        Map<String, Object> moods = new HashMap<>();
        moods.put("mon", mood("CALM"));
        moods.put("tue", null);

        assertComesBack(
                trips(),
                UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                new BigDecimal("99.90"),
                LocalDateTime.of(2013, 1, 15, 12, 30),
                LocalTime.of(6, 15),
                new byte[] {1, 2},
                stop,
                List.of(stop, made("Stop", null, null, null)),
                Arrays.asList(List.of(1, 2), null, Arrays.asList(3, null), List.of()),
                moods,
                Map.of("eur", List.of(new BigDecimal("1.0000"))));
        assertComesBack(trips(), null, null, null, null, null, null, null, null, null, null);
    }

    private Object made(String record, @Nullable Object... components) throws Exception {
        Class<?> type = codec().rowType().getClassLoader().loadClass("com.acme.Everything$" + record);
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(components);
    }

    private void assertComesBack(@Nullable Object... components) throws Exception {
        assertComesBack(codec(), components);
    }

    private void assertComesBack(RowCodec<Object> codec, @Nullable Object... components) throws Exception {
        Constructor<?> constructor = codec.rowType().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object row = constructor.newInstance(components);
        RowInMemory columns = new RowInMemory();

        codec.write(row, columns);

        assertThat(codec.read(columns)).isEqualTo(row);
    }

    private Object mood(String name) throws Exception {
        Class<?> type = codec().rowType().getClassLoader().loadClass("com.acme.Everything$Mood");
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equals(name)) {
                return constant;
            }
        }
        throw new AssertionError(name);
    }

    @SuppressWarnings("unchecked")
    private RowCodec<Object> codec() {
        return (RowCodec<Object>) module.codec(1);
    }

    @SuppressWarnings("unchecked")
    private RowCodec<Object> trips() {
        return (RowCodec<Object>) module.codec(0);
    }
}
