package dev.weir.materializer.backup;

import java.io.InputStream;
import java.io.OutputStream;

/// Everything that a database knows, as bytes that do not tell which database it was.
public interface DatabaseRows {

    /// Which moment a copy is of.
    ///
    /// @param project whose memory it is
    /// @param schema the number of its newest migration
    /// @param sequence the newest commit
    /// @param rows how many it has
    record Moment(String project, int schema, long sequence, long rows) {}

    /// Whether it has never remembered anything.
    boolean isEmpty();

    /// Writes all of it as of one moment, while others go on writing. Closes the stream.
    Moment writeTo(OutputStream out);

    /// The number of its newest migration.
    int schema();

    /// Takes in what [#writeTo] has written from a database of the same schema, all of it or nothing. Closes the stream.
    void readFrom(InputStream in);
}
