package dev.weir.materializer.project;

import dev.weir.assets.Secret;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.mask.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Fetches secrets from where weir.yaml says they are, each time one is asked for.
///
/// @param environment the environment variables of the process
/// @param mask takes them out of texts
record Secrets(Map<String, SecretSource> sources, Map<String, String> environment, Mask mask) {

    /// Those that a project names, none of which is to be seen, whether its code asks for it or not: a command finds
    /// the variables too.
    static Secrets of(Map<String, SecretSource> sources, Map<String, String> environment) {
        return new Secrets(sources, environment, new Mask(() -> readable(sources, environment)));
    }

    /// Every variable, of which those are not to be seen that somebody has asked for.
    static Secrets ofVariables(Map<String, SecretSource> sources, Map<String, String> environment) {
        return new Secrets(sources, environment, new Mask(List::of));
    }

    private static List<String> readable(Map<String, SecretSource> sources, Map<String, String> environment) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, SecretSource> source : sources.entrySet()) {
            try {
                values.add(value(source.getKey(), source.getValue(), environment));
            } catch (WeirException missing) {
                // What is not there needs no hiding, and nobody may ever ask for it.
            }
        }
        return values;
    }

    /// @throws WeirException `UNKNOWN_RESOURCE` if there is none; the message never holds a value
    Secret fetch(String name) {
        SecretSource source = sources.get(name);
        if (source == null) {
            String hint = DidYouMean.among(sources.keySet()).hint(name);
            throw missing("Secret %s is not in %s.%s Add it under secrets:, as %s: {env: %s} or %s: {file: PATH}"
                    .formatted(name, ProjectLayout.FILE_NAME, hint, name, name.toUpperCase(Locale.ROOT), name));
        }
        String value = value(name, source, environment);
        mask.add(value);
        return new Secret(value);
    }

    private static String value(String name, SecretSource source, Map<String, String> environment) {
        return switch (source) {
            case SecretSource.Variable(String variable) -> ofVariable(name, variable, environment);
            case SecretSource.File file -> ofFile(name, file);
        };
    }

    private static String ofVariable(String name, String variable, Map<String, String> environment) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            throw missing("Secret %s: environment variable %s is not set: set it, or change secrets: in %s"
                    .formatted(name, variable, ProjectLayout.FILE_NAME));
        }
        return value;
    }

    private static String ofFile(String name, SecretSource.File file) {
        try {
            return Files.readString(file.path()).replaceFirst("\\R\\z", "");
        } catch (IOException unreadable) {
            throw missing("Secret %s: file %s cannot be read: create it, or change secrets: in %s"
                    .formatted(name, file.path(), ProjectLayout.FILE_NAME));
        }
    }

    private static WeirException missing(String message) {
        return new WeirException(ProblemCode.UNKNOWN_RESOURCE, message);
    }
}
