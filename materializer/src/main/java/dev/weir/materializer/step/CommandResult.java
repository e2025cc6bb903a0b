package dev.weir.materializer.step;

import dev.weir.assets.Output;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.ValueType;
import dev.weir.checks.Verdict;
import dev.weir.materializer.run.OutsideFailure;
import dev.weir.materializer.run.OutsideFailure.Again;
import dev.weir.materializer.value.TableScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a command has left and reported when it ended well.
record CommandResult(CommandLine line, Path staging, CommandReport report) {

    List<Verdict> verdicts() {
        return report.verdicts();
    }

    /// What was reported besides the value.
    Output<?> output() {
        return new Output<>("", report.metadata(), Map.of(), report.dataVersion());
    }

    /// The value in the form that the asset gives.
    ///
    @Nullable Object valueOf(ValueType type, AssetModule module, TableScope scope) throws OutsideFailure {
        return switch (type.form()) {
            case NOTHING -> null;
            case JSON -> smallValue(type, module);
            case PATH -> path();
            case TABLE, LIST, STREAM, ARROW ->
                table(module.codec(type.row().orElseThrow().codec()), scope);
        };
    }

    private Object smallValue(ValueType type, AssetModule module) throws OutsideFailure {
        String value = report.result()
                .orElseThrow(() -> nothing("reported no value: call report_custom_message({\"weir_result\": value})"));
        return Scalars.read(value, type, module);
    }

    private Path path() throws OutsideFailure {
        if (!line.result().isEmpty()) {
            return named();
        }
        List<Path> there = list(staging);
        if (there.size() > 1) {
            throw nothing("wrote %d files and folders into its staging folder: name the one that is the result, as in @Command(result = \"%s\")"
                    .formatted(there.size(), there.getFirst().getFileName()));
        }
        return there.stream().findFirst().orElseThrow(() -> nothing("wrote nothing into its staging folder, which WEIR_STAGING names"));
    }

    private Path named() throws OutsideFailure {
        Path named = staging.resolve(line.result()).normalize();
        if (!named.startsWith(staging) || !Files.exists(named)) {
            throw nothing("wrote no %s into its staging folder, which WEIR_STAGING names".formatted(line.result()));
        }
        return named;
    }

    private Object table(RowCodec<?> rows, TableScope scope) throws OutsideFailure {
        Path result = line.result().isEmpty() ? staging : named();
        List<Path> files = Files.isDirectory(result)
                ? list(result).stream().filter(file -> file.toString().endsWith(".parquet")).toList()
                : List.of(result);
        if (files.isEmpty()) {
            throw nothing("wrote no *.parquet into its staging folder, which WEIR_STAGING names");
        }
        return CommandTable.of(files, rows, scope);
    }

    private OutsideFailure nothing(String fact) {
        return new OutsideFailure("%s ended well, but %s".formatted(line.text(), fact), Again.MAY_HELP);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
