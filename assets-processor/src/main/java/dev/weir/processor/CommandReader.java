package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.assets.TableFormat;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ProcessContext;
import dev.weir.assets.spec.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/// Reads `@Command`, and says what must hold for an asset that is a command alone.
final class CommandReader {

    private final Compilation compilation;

    CommandReader(Compilation compilation) {
        this.compilation = compilation;
    }

    boolean isAbstract(ExecutableElement method, Annotation command, AssetKey key) {
        if (AbstractMethods.isAbstract(method)) {
            return true;
        }
        compilation.complain(
                command.place(), "Asset %s has both a @Command and a body: let its method be abstract".formatted(key));
        return false;
    }

    /// Nothing, after a complaint, if the command is malformed.
    Optional<CommandLine> read(
            ExecutableElement method,
            Annotation command,
            Optional<Annotation> runIn,
            AssetKey key,
            ValueType output,
            List<Parameter> taken) {
        runIn.ifPresent(other -> compilation.complain(
                other.place(),
                "Asset %s is a command, which always runs in a process of its own: leave @RunIn out, and give environment and folder to @Command"
                        .formatted(key)));
        if (!isTyped(output)) {
            compilation.complain(
                    Place.of(method),
                    "Asset %s is a command and gives %s: a command gives Table<R> of a record R, a Path, %s, or void"
                            .formatted(key, output.javaType(), ValueReader.JSON));
        }
        for (int i = 0; i < taken.size(); i++) {
            if (taken.get(i) instanceof Parameter.StagingFolder || taken.get(i) instanceof Parameter.StepLog) {
                compilation.complain(
                        Place.of(method.getParameters().get(i)),
                        "Asset %s is a command, which finds its staging folder and its log by itself: leave %s out"
                                .formatted(key, method.getParameters().get(i).getSimpleName()));
            }
        }
        return line(command, key);
    }

    private static boolean isTyped(ValueType output) {
        return switch (output.form()) {
            case TABLE -> output.row().isPresent();
            case PATH, JSON, NOTHING -> true;
            case LIST, STREAM, ARROW -> false;
        };
    }

    private Optional<CommandLine> line(Annotation command, AssetKey key) {
        CommandLine line = new CommandLine(
                command.text("value"),
                command.text("result"),
                TableFormat.valueOf(command.constant("tables")),
                command.texts("files"),
                ProcessContext.PLAIN);
        try {
            List<String> _ = line.words();
        } catch (IllegalArgumentException malformed) {
            return refused(command, "value", key, malformed);
        }
        try {
            return Optional.of(new CommandLine(
                    line.text(),
                    line.result(),
                    line.tables(),
                    line.files(),
                    ProcessContext.of(command.texts("environment"), command.text("folder"))));
        } catch (IllegalArgumentException malformed) {
            return refused(command, "environment", key, malformed);
        }
    }

    private Optional<CommandLine> refused(
            Annotation command, String value, AssetKey key, IllegalArgumentException malformed) {
        compilation.complain(
                command.placeOf(value), "The @Command of asset %s: %s".formatted(key, malformed.getMessage()));
        return Optional.empty();
    }
}
