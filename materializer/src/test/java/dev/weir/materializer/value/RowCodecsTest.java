package dev.weir.materializer.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.generated.RowReader;
import dev.weir.assets.generated.RowWriter;
import dev.weir.assets.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCodecsTest {

    record Plain(int gpsURL2, String tailNumber) {}

    record Generated(int x) {}

    @Test
    void theCodecThatTheProcessorWroteIsPreferred() {
        assertThat(RowCodecs.of(Generated.class)).isInstanceOf(RowCodecsTest_Generated_Row.class);
    }

    @Test
    void aRecordWithoutOneIsReadByReflection() {
        assertThat(RowCodecs.of(Plain.class).schema()).hasToString("(gps_url2 INTEGER not null, tail_number VARCHAR)");
    }

    @Test
    void whatIsNoRowIsRefused() {
        assertThatThrownBy(() -> RowCodecs.of(String.class))
                .hasMessage("java.lang.String is no record; the rows of a table are records");
    }
}

/// What the processor would have written.
final class RowCodecsTest_Generated_Row implements RowCodec<RowCodecsTest.Generated> {

    @Override
    public Class<RowCodecsTest.Generated> rowType() {
        return RowCodecsTest.Generated.class;
    }

    @Override
    public Schema schema() {
        return new Schema(List.of());
    }

    @Override
    public void write(RowCodecsTest.Generated row, RowWriter columns) {
        columns.setInt(0, row.x());
    }

    @Override
    public RowCodecsTest.Generated read(RowReader columns) {
        return new RowCodecsTest.Generated(columns.getInt(0));
    }
}
