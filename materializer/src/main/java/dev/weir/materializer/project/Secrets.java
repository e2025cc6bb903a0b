package dev.weir.materializer.project;

import dev.weir.assets.Secret;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;

/// Fetches secrets from where weir.yaml says they are, each time one is asked for.
///
/// @param environment the environment variables of the process
record Secrets(Map<String, SecretSource> sources, Map<String, String> environment) {

    /// @throws WeirException `UNKNOWN_RESOURCE` if there is none; the message never holds a value
    Secret fetch(String name) {
        SecretSource source = sources.get(name);
        if (source == null) {
            String hint = DidYouMean.among(sources.keySet()).hint(name);
            throw missing("Secret %s is not in %s.%s Add it under secrets:, as %s: {env: %s} or %s: {file: PATH}"
                    .formatted(name, ProjectLayout.FILE_NAME, hint, name, name.toUpperCase(Locale.ROOT), name));
        }
        return switch (source) {
            case SecretSource.Variable(String variable) -> ofVariable(name, variable);
            case SecretSource.File file -> ofFile(name, file);
        };
    }

    private Secret ofVariable(String name, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            throw missing("Secret %s: environment variable %s is not set: set it, or change secrets: in %s"
                    .formatted(name, variable, ProjectLayout.FILE_NAME));
        }
        return new Secret(value);
    }

    private static Secret ofFile(String name, SecretSource.File file) {
        try {
            return new Secret(Files.readString(file.path()).replaceFirst("\\R\\z", ""));
        } catch (IOException unreadable) {
            throw missing("Secret %s: file %s cannot be read: create it, or change secrets: in %s"
                    .formatted(name, file.path(), ProjectLayout.FILE_NAME));
        }
    }

    private static WeirException missing(String message) {
        return new WeirException(ProblemCode.UNKNOWN_RESOURCE, message);
    }
}
