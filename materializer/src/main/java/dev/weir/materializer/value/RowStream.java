package dev.weir.materializer.value;

import dev.weir.assets.generated.RowCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Records made out of batches, one at a time. What is open is closed when the stream is, and when its last row is
/// gone.
final class RowStream<R> extends Spliterators.AbstractSpliterator<R> {

    private final BatchReader batches;
    private final RowCodec<R> codec;
    private final VectorRowReader row;
    private boolean started;

    private RowStream(BatchReader batches, RowCodec<R> codec) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.batches = batches;
        this.codec = codec;
        this.row = new VectorRowReader(codec.schema());
    }

    static <R> Stream<R> of(BatchReader batches, RowCodec<R> codec) {
        RowStream<R> rows = new RowStream<>(batches, codec);
        return StreamSupport.stream(rows, false).onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        while (!started || !row.nextRow()) {
            if (!nextBatch()) {
                return false;
            }
        }
        action.accept(codec.read(row));
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super R> action) {
        do {
            while (started && row.nextRow()) {
                action.accept(codec.read(row));
            }
        } while (nextBatch());
    }

    private boolean nextBatch() {
        try {
            if (batches.isClosed() || !batches.loadNextBatch()) {
                close();
                return false;
            }
            row.startBatch(batches.getVectorSchemaRoot());
            started = true;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        try {
            batches.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A table cannot be closed: " + e.getMessage(), e);
        }
    }
}
