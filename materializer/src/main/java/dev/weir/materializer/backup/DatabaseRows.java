package dev.weir.materializer.backup;

import java.io.IOException;
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

    /// Where a copy goes. Opened again, it begins anew.
    interface Target {
        OutputStream open() throws IOException;
    }

    /// Where a copy is. Opened again, it is there from its beginning.
    interface Source {
        InputStream open() throws IOException;
    }

    /// Whether it has never remembered anything.
    boolean isEmpty();

    /// Writes all of it as of one moment, while others go on writing; from the beginning if the database went away meanwhile.
    Moment writeTo(Target target);

    /// The number of its newest migration.
    int schema();

    /// Takes in what [#writeTo] has written from a database of the same schema, all of it or nothing; from the beginning
    /// if the database went away meanwhile.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be read
    void readFrom(Source source);
}
