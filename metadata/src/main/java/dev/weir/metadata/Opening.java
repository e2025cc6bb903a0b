package dev.weir.metadata;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

/// Opens a connection to an embedded database, and with the first one its file, wholly or not at all: where H2 gives up it may keep
/// the file open and locked, and where it could not read something it may go on without that.
///
/// @param url as H2 has it
record Opening(String url) {

    Connection open() throws SQLException {
        List<CheckedChannel> files = new ArrayList<>();
        try {
            Connection connection = ScopedValue.where(CheckedPath.OPENED, files)
                    .call(() -> new JdbcConnection(url, new Properties(), "SA", "", false));
            if (failureOf(files) == null) {
                return connection;
            }
            connection.close();
            throw new SQLException("Not all of it could be read");
        } catch (SQLException failure) {
            close(files);
            IOException unread = failureOf(files);
            throw unread == null ? failure : Failures.ofDisk(unread);
        }
    }

    private static @Nullable IOException failureOf(List<CheckedChannel> files) {
        for (CheckedChannel file : files) {
            if (file.failure() != null) {
                return file.failure();
            }
        }
        return null;
    }

    private static void close(List<CheckedChannel> files) {
        for (CheckedChannel file : files) {
            try {
                file.close();
            } catch (IOException closed) {
                // Nothing that was promised is in it.
            }
        }
    }
}
