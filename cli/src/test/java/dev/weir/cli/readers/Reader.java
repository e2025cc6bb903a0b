package dev.weir.cli.readers;

import java.sql.SQLException;
import java.util.List;

/// A program that reads what is published while it is published anew.
interface Reader extends AutoCloseable {

    /// Reads all pairs once.
    Reading read() throws Exception;

    @Override
    void close() throws SQLException;

    /// @param sequence the commit of which it is
    /// @param wrong in sentences
    record Reading(long sequence, List<String> wrong) {
        public Reading {
            wrong = List.copyOf(wrong);
        }
    }
}
