package dev.weir.materializer.value;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;

/// The result of a query, batch by batch, computed while it is read. Reading can be interrupted. Closing it releases
/// the query and all that was opened for it.
final class BatchReader extends ArrowReader {

    private final ArrowReader result;
    private final Session session;
    private final QueryFailures failures;
    private final TableScope scope;
    private boolean closed;

    BatchReader(ArrowReader result, Session session, QueryFailures failures, TableScope scope) {
        super(Arrow.MEMORY);
        this.result = result;
        this.session = session;
        this.failures = failures;
        this.scope = scope;
        scope.opened(this);
    }

    /// Whether it was closed: by its reader, or because its step has ended.
    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized boolean loadNextBatch() {
        if (closed) {
            throw new IllegalStateException("The table is read after it was closed");
        }
        return failures.explaining(() -> session.call(result::loadNextBatch));
    }

    @Override
    public VectorSchemaRoot getVectorSchemaRoot() throws IOException {
        return result.getVectorSchemaRoot();
    }

    @Override
    public Map<Long, Dictionary> getDictionaryVectors() throws IOException {
        return result.getDictionaryVectors();
    }

    @Override
    public Dictionary lookup(long id) {
        return result.lookup(id);
    }

    @Override
    public Set<Long> getDictionaryIds() {
        return result.getDictionaryIds();
    }

    @Override
    public long bytesRead() {
        return result.bytesRead();
    }

    @Override
    public void close(boolean closeReadSource) throws IOException {
        session.cancel();
        closeAtRest();
    }

    private synchronized void closeAtRest() throws IOException {
        if (!closed) {
            closed = true;
            scope.closed(this);
            try (session) {
                result.close();
            }
        }
    }

    @Override
    protected void closeReadSource() {}

    @Override
    protected Schema readSchema() throws IOException {
        return result.getVectorSchemaRoot().getSchema();
    }
}
