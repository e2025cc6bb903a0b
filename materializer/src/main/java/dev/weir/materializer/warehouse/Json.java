package dev.weir.materializer.warehouse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;

/// How the files of a warehouse are read and written as JSON.
final class Json {

    /// Writes one object after the other without anything between them; whoever writes lines ends them.
    static final JsonFactory FACTORY =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();

    private Json() {}
}
