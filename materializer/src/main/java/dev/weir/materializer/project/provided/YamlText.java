package dev.weir.materializer.project.provided;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads YAML by its core schema, which has no merge keys: a mapping that merges itself would keep the reader busy for ever.
public final class YamlText {

    private YamlText() {}

    /// The one document that a text is; nothing of an empty text.
    ///
    /// @param longest how many characters it may have
    /// @throws YamlEngineException if it cannot be read
    public static Optional<Node> read(String text, int longest) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new WithoutMerging())
                .setCodePointLimit(longest)
                .setUseMarks(true)
                .build();
        // A tag is written with this sign, however it is written.
        if (text.indexOf('!') >= 0) {
            requireNoMerging(text, settings);
        }
        return new Compose(settings).composeString(text);
    }

    private static void requireNoMerging(String text, LoadSettings settings) {
        for (Event event : new Parse(settings).parseString(text)) {
            if (event instanceof ScalarEvent scalar && scalar.getTag().filter(Tag.MERGE.getValue()::equals).isPresent()) {
                throw new ParserException("merge keys are not understood", scalar.getStartMark());
            }
        }
    }

    private static final class WithoutMerging extends CoreSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            return new CoreScalarResolver(false);
        }
    }
}
