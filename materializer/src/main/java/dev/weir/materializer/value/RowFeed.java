package dev.weir.materializer.value;

import dev.weir.assets.generated.RowCodec;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/// Carries rows from the thread that has them to the threads in which DuckDB asks for them: the author's iterator runs
/// in the thread of the step, where it can be interrupted and finds what it put there, and encoding overlaps with
/// compressing.
///
/// Each batch is in the queue once; after the last one, or after a failure, a message without a batch ends the feed.
final class RowFeed extends ArrowReader {

    private static final int BATCHES_AHEAD = 2;
    private static final long LOOK_AT_CONSUMER_MILLIS = 50;

    /// @param batch null at the end
    private record Message(@Nullable ArrowRecordBatch batch, boolean failed) {}

    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Schema schema;
    private @Nullable Message ended;

    RowFeed(Schema schema) {
        super(Arrow.MEMORY);
        this.schema = schema;
    }

    /// Sends all rows, as long as somebody takes them.
    ///
    /// @param consumer what takes them; when it is done nobody does any more
    /// @throws UnfitRowException if a row is null, of another class, or has a value that its column cannot hold
    <R> void send(Iterator<? extends R> rows, RowCodec<R> codec, Future<?> consumer) throws InterruptedException {
        boolean complete = false;
        try (VectorSchemaRoot batch = VectorSchemaRoot.create(schema, Arrow.MEMORY)) {
            VectorRowWriter writer = new VectorRowWriter(batch);
            VectorUnloader unloader = new VectorUnloader(batch);
            long number = 0;
            boolean wanted = true;
            while (wanted && rows.hasNext()) {
                writer.startBatch();
                while (writer.rows() < Arrow.BATCH_ROWS && rows.hasNext()) {
                    write(rows.next(), ++number, codec, writer);
                    writer.nextRow();
                }
                batch.setRowCount(writer.rows());
                wanted = offer(new Message(unloader.getRecordBatch(), false), consumer);
            }
            complete = true;
        } finally {
            endWith(new Message(null, !complete), consumer);
        }
    }

    private static <R> void write(@Nullable Object row, long number, RowCodec<R> codec, VectorRowWriter writer) {
        try {
            codec.write(RowCodecs.requireRow(row, codec.rowType(), number), writer);
        } catch (UnfitValueException unfit) {
            throw new UnfitRowException(number, unfit);
        }
    }

    private boolean offer(Message message, Future<?> consumer) throws InterruptedException {
        while (!consumer.isDone()) {
            if (queue.offer(message, LOOK_AT_CONSUMER_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        discard(message);
        return false;
    }

    /// Does not give up when interrupted, because the consumer waits for it.
    private void endWith(Message end, Future<?> consumer) {
        boolean interrupted = Thread.interrupted();
        while (true) {
            try {
                offer(end, consumer);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        Message message = ended == null ? take() : ended;
        if (message.batch() != null) {
            loadRecordBatch(message.batch());
            return true;
        }
        // DuckDB asks again after the end, from another thread.
        ended = message;
        if (message.failed()) {
            throw new IOException("the rows ended with a failure");
        }
        return false;
    }

    private Message take() throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    protected void closeReadSource() {
        for (Message left = queue.poll(); left != null; left = queue.poll()) {
            discard(left);
        }
    }

    private static void discard(Message message) {
        if (message.batch() != null) {
            message.batch().close();
        }
    }

    @Override
    protected Schema readSchema() {
        return schema;
    }
}
