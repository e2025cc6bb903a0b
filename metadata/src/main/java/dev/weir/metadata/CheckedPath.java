package dev.weir.metadata;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// The names of files in a file system of H2's, of which databases are opened as [CheckedChannel]s: `checked:` before any name.
public final class CheckedPath extends FilePathWrapper {

    private static final String NAME = "checked";

    /// What H2 knows it by, from when this is read.
    static final String SCHEME = registered();

    /// Where what is opened is noted, by whoever wants to know it.
    static final ScopedValue<List<CheckedChannel>> OPENED = ScopedValue.newInstance();

    /// For H2, which makes one for each name.
    public CheckedPath() {}

    private static String registered() {
        FilePath.register(new CheckedPath());
        return NAME;
    }

    @Override
    public String getScheme() {
        return NAME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel channel = super.open(mode);
        if (!name.endsWith(".mv.db")) {
            return channel;
        }
        CheckedChannel checked = new CheckedChannel(channel);
        if (OPENED.isBound()) {
            OPENED.get().add(checked);
        }
        return checked;
    }
}
