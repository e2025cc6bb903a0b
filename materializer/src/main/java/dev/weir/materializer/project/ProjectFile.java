package dev.weir.materializer.project;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.PoolName;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What `weir.yaml` says. All of it is optional.
///
/// @param identity what the project is called
/// @param classes folders and jars with the project's own classes, absolute; empty if it names none
/// @param config values by the name of the record and the component
/// @param secrets by their names
/// @param defaults what holds for all assets
/// @param limits how many steps may run at once
/// @param jobs by their names
/// @param storage where data and state are kept, where it is not the folder for state
/// @param upkeep how long what is not needed any more is kept
/// @param places where each value stands, such as `weir.yaml:12`, by its keys joined with dots
public record ProjectFile(
        Identity identity,
        Optional<List<Path>> classes,
        Map<String, Map<String, WrittenText>> config,
        Map<String, SecretSource> secrets,
        AssetDefaults defaults,
        Limits limits,
        Map<String, Job> jobs,
        Storage storage,
        Upkeep upkeep,
        Map<String, String> places) {

    public static final ProjectFile EMPTY = new ProjectFile(
            new Identity(Optional.empty(), Optional.empty()),
            Optional.empty(),
            Map.of(),
            Map.of(),
            AssetDefaults.NONE,
            new Limits(OptionalInt.empty(), Map.of()),
            Map.of(),
            new Storage(Optional.empty(), Optional.empty()),
            Upkeep.UNSAID,
            Map.of());

    /// The same with other secrets and limits.
    ProjectFile with(Map<String, SecretSource> otherSecrets, Limits otherLimits) {
        return new ProjectFile(identity, classes, config, otherSecrets, defaults, otherLimits, jobs, storage, upkeep, places);
    }

    /// @param id stands in database and warehouse; where the file gives none, the store's own is taken
    /// @param name for people
    public record Identity(Optional<String> id, Optional<String> name) {}

    /// @param parallel of all steps
    /// @param pools of the steps in each pool
    public record Limits(OptionalInt parallel, Map<PoolName, Integer> pools) {
        public Limits {
            pools = Collections.unmodifiableSortedMap(new TreeMap<>(pools));
        }

        /// What to say of a pool that is not here.
        String unknown(PoolName pool) {
            List<String> names = pools.keySet().stream().map(PoolName::text).toList();
            return "there is no pool %s under pools: in %s.%s Add it, as %s: 2"
                    .formatted(pool, ProjectLayout.FILE_NAME, DidYouMean.among(names).hint(pool.text()), pool);
        }
    }

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
