package dev.weir.materializer.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.Decimal;
import dev.weir.assets.Sql;
import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.Parameter;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that an asset writes into its staging folder, or gives as batches of Arrow.
class WrittenTablesTest {

    record Sale(long id, @Decimal(scale = 2) @Nullable BigDecimal amount, @Nullable List<String> tags) {}

    record Total(long total) {}

    private static final List<Parameter> STAGING = List.of(new Parameter.StagingFolder());
    private static final String SALES =
            "select range as id, cast(range as decimal(18,2)) as amount, ['a'] as tags from range(%d, %d)";

    @TempDir
    private Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void openTheWarehouse() {
        warehouse = Warehouse.open(folder.resolve("warehouse"), "tests");
    }

    private interface Writing {
        @Nullable Object with(Staging staging) throws Exception;
    }

    private SmallShop sales(Writing writing) {
        SmallShop shop = new SmallShop(warehouse);
        return shop.with("sales", shop.table(Form.TABLE, Sale.class), STAGING, arguments -> writing.with((Staging) arguments[0]));
    }

    /// As any other program would write it.
    private static Path parquet(Staging staging, String name, String sql) throws Exception {
        Path file = staging.folder().resolve(name);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("copy (%s) to '%s' (format parquet)".formatted(sql, file));
        }
        return file;
    }

    @Test
    void filesThatAnAssetWroteBecomeTheVersionAsTheyAre() throws IOException {
        List<Long> sizes = new ArrayList<>();
        SmallShop shop = sales(staging -> {
            Path one = parquet(staging, "one.parquet", SALES.formatted(0, 10));
            Path two = parquet(staging, "two.parquet", SALES.formatted(10, 15));
            sizes.add(Files.size(one));
            sizes.add(Files.size(two));
            return staging.table(Sale.class, one, two);
        });
        List<Object> read = new ArrayList<>();
        shop.with(
                "summary",
                SmallShop.of(Form.JSON),
                List.of(SmallShop.reading("sales", shop.table(Form.TABLE, Sale.class))),
                arguments -> {
                    Table<?> table = (Table<?>) arguments[0];
                    read.addAll(table.toList());
                    return table.count();
                });

        assertThat(shop.run().failed()).isEmpty();

        Version version = shop.current("sales");
        assertThat(version.content().rows()).isEqualTo(15);
        assertThat(version.content().dataFiles()).extracting(DataFile::bytes).isEqualTo(sizes);
        assertThat(shop.current("summary").content()).isEqualTo(new Content.Json("15"));
        assertThat(read).hasSize(15).contains(new Sale(12, new BigDecimal("12.00"), List.of("a")));
        assertThat(folder.resolve("warehouse/staging")).isEmptyDirectory();
    }

    @Test
    void theRowsDecideNotHowTheyLieInFiles() {
        SmallShop one = sales(staging -> staging.table(Sale.class, parquet(staging, "a.parquet", SALES.formatted(0, 10))));
        SmallShop two = sales(staging -> staging.table(
                Sale.class,
                parquet(staging, "b.parquet", SALES.formatted(5, 10)),
                parquet(staging, "c.parquet", SALES.formatted(0, 5))));
        SmallShop sql = sales(_ -> Sql.query(Sale.class, SALES.formatted(0, 10)));

        for (SmallShop shop : List.of(one, two, sql)) {
            assertThat(shop.run().failed()).isEmpty();
        }

        assertThat(two.current("sales").digests().data()).isEqualTo(one.current("sales").digests().data());
        assertThat(sql.current("sales").digests().data()).isEqualTo(one.current("sales").digests().data());
    }

    @Test
    void whatWasWrittenCanBeQueriedInTheSameStep() {
        SmallShop shop = new SmallShop(warehouse);
        shop.with("total", shop.table(Form.TABLE, Total.class), STAGING, arguments -> {
            Staging staging = (Staging) arguments[0];
            Table<Sale> sales = staging.table(Sale.class, parquet(staging, "a.parquet", SALES.formatted(0, 10)));
            return Sql.query(Total.class, "select sum(id) as total from sales", sales.as("sales"));
        });

        assertThat(shop.run().failed()).isEmpty();
        assertThat(shop.current("total").content().rows()).isEqualTo(1);
    }

    @Test
    void filesThatAreNotTheTableAreRefused() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.parquet"), "PAR1");

        assertThat(sales(staging -> staging.table(
                                Sale.class,
                                parquet(staging, "a.parquet", "select 1::integer as id, 'x' as amount, 7 as weight")))
                        .problem())
                .isEqualTo("IllegalArgumentException: Column id of file a.parquet is INTEGER, and Sale has BIGINT: write it as that\n"
                        + "Column amount of file a.parquet is VARCHAR, and Sale has DECIMAL(18,2): write it as that\n"
                        + "File a.parquet has no column tags, which Sale has\n"
                        + "File a.parquet has a column weight, which Sale has not: leave it out, or add it to the record");
        assertThat(sales(staging -> staging.table(
                                Sale.class,
                                parquet(staging, "a.parquet", "select null::bigint as id, 1::decimal(18,2) as amount, ['a'] as tags")))
                        .problem())
                .isEqualTo("IllegalArgumentException: Column id of file a.parquet holds null, and its component is a primitive: box the component");
        assertThat(sales(staging -> staging.table(Sale.class, Files.writeString(staging.folder().resolve("a.parquet"), "a text")))
                        .problem())
                .startsWith("IllegalArgumentException: Reading a.parquet failed. ");
        assertThat(sales(staging -> staging.table(Sale.class, outside)).problem())
                .isEqualTo("IllegalArgumentException: The method returned %s, which lies outside of the step's staging folder: take a parameter of type Staging, and write below its folder()"
                        .formatted(outside));
        assertThat(sales(staging -> staging.table(Sale.class)).problem())
                .isEqualTo("IllegalArgumentException: A table of Sale is made of no files; where there are no rows, return an empty list");
        assertThat(sales(staging -> staging.table(Sale.class, staging.folder())).problem())
                .endsWith(" is a folder: name its Parquet files one by one");
    }

    /// Numbers in batches of a thousand, in memory of the author's own.
    private static final class Numbers extends ArrowReader {
        private final Schema schema;
        private final int batches;
        private int given;
        private boolean closed;

        Numbers(BufferAllocator memory, ArrowType type, int batches) {
            super(memory);
            this.schema = new Schema(List.of(Field.nullable("total", type)));
            this.batches = batches;
        }

        @Override
        public boolean loadNextBatch() throws IOException {
            VectorSchemaRoot batch = getVectorSchemaRoot();
            if (given == batches) {
                return false;
            }
            BigIntVector numbers = (BigIntVector) batch.getVector(0);
            numbers.allocateNew(1000);
            for (int i = 0; i < 1000; i++) {
                numbers.set(i, given * 1000L + i);
            }
            batch.setRowCount(1000);
            given++;
            return true;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        protected void closeReadSource() {
            closed = true;
        }

        @Override
        protected Schema readSchema() {
            return schema;
        }
    }

    @Test
    void batchesOfArrowAreDrainedIntoTheVersionAndClosed() {
        try (BufferAllocator memory = new RootAllocator()) {
            Numbers numbers = new Numbers(memory, new ArrowType.Int(64, true), 20);
            SmallShop shop = new SmallShop(warehouse)
                    .with("numbers", SmallShop.of(Form.ARROW), List.of(), _ -> numbers)
                    .with("copy", SmallShop.of(Form.ARROW), List.of(SmallShop.reading("numbers", SmallShop.of(Form.ARROW))), arguments -> arguments[0]);

            assertThat(shop.run().failed()).isEmpty();

            assertThat(numbers.closed).isTrue();
            assertThat(memory.getAllocatedMemory()).isZero();
            Content.TableFiles content = (Content.TableFiles) shop.current("copy").content();
            assertThat(content.rows()).isEqualTo(20_000);
            assertThat(content.schema()).hasToString("(total BIGINT)");
            assertThat(shop.current("copy").digests().data()).isEqualTo(shop.current("numbers").digests().data());
        }
    }

    @Test
    void batchesOfATypeThatNoTableHasAreRefusedAndClosed() {
        try (BufferAllocator memory = new RootAllocator()) {
            Numbers numbers = new Numbers(memory, new ArrowType.Duration(TimeUnit.SECOND), 1);
            SmallShop shop = new SmallShop(warehouse).with("numbers", SmallShop.of(Form.ARROW), List.of(), _ -> numbers);

            assertThat(shop.problem())
                    .isEqualTo("IllegalArgumentException: Column total of the ArrowReader is Duration(SECOND), which no table has: cast it to one of the types in docs/reference/values.md");
            assertThat(numbers.closed).isTrue();
            assertThat(memory.getAllocatedMemory()).isZero();
        }
    }
}
