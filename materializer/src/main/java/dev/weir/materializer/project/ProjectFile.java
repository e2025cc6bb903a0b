package dev.weir.materializer.project;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What `weir.yaml` says. All of it is optional.
///
/// @param identity what the project is called
/// @param classes folders and jars with the project's own classes, absolute; empty if it names none
/// @param config values by the name of the record and the component
/// @param secrets by their names
/// @param defaults what holds for all assets
/// @param parallel how many steps may run at once
/// @param storage where data and state are kept, where it is not the folder for state
public record ProjectFile(
        Identity identity,
        Optional<List<Path>> classes,
        Map<String, Map<String, WrittenText>> config,
        Map<String, SecretSource> secrets,
        AssetDefaults defaults,
        OptionalInt parallel,
        Storage storage) {

    public static final ProjectFile EMPTY = new ProjectFile(
            new Identity(Optional.empty(), Optional.empty()),
            Optional.empty(),
            Map.of(),
            Map.of(),
            AssetDefaults.NONE,
            OptionalInt.empty(),
            new Storage(Optional.empty(), Optional.empty()));

    /// @param id stands in database and warehouse; where the file gives none, the store's own is taken
    /// @param name for people
    public record Identity(Optional<String> id, Optional<String> name) {}

    /// @param warehouse a folder
    /// @param database the address of a PostgreSQL database
    public record Storage(Optional<String> warehouse, Optional<String> database) {}

    /// @throws WeirException with all that is wrong, by line
    public static ProjectFile read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException malformed) {
            throw new WeirException(
                    ProblemCode.MALFORMED_PROJECT,
                    "%s is not text in UTF-8: save it in that encoding".formatted(file.getFileName()),
                    malformed);
        } catch (IOException unreadable) {
            throw new WeirException(
                    ProblemCode.MALFORMED_PROJECT,
                    "%s cannot be read (%s): check its permissions".formatted(file, unreadable.getMessage()),
                    unreadable);
        }
        // Many files are empty but for comments; those need no YAML reader, which takes its time to load.
        return hasContent(text) ? new ProjectFileReader(file).read(text) : EMPTY;
    }

    private static boolean hasContent(String text) {
        return text.lines().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
    }
}
