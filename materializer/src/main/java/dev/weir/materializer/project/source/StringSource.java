package dev.weir.materializer.project.source;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// A source in memory. A public class in it may have any name.
final class StringSource extends SimpleJavaFileObject {

    private final String text;

    StringSource(String className, String text) {
        super(URI.create("weir:///" + className + ".java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && !simpleName.endsWith("-info");
    }
}
