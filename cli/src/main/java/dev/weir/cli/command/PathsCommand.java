package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.WrittenDuration;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.data.PutAside;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.CollectedVersions;
import dev.weir.lineageui.view.PartitionsJson;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.collect.Pin;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// `weir paths`: the files of what is current, for other programs to read. They never change; a new version has new
/// files.
final class PathsCommand implements Command {
    private static final Option PIN = Option.value(
            "--pin", "DURATION", "Keep the files for so long, such as 36h, whatever weir gc does meanwhile");

    @Override
    public Syntax syntax() {
        return Syntax.of("paths", "Prints the files of what is current, one absolute path a line", ReferenceWords.ASSET)
                .with(RowLimit.QUARANTINED, PIN)
                .example("weir paths daily_delays@2013-01-15");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Reference reference = session.reference(arguments.words().getFirst());
        Versions versions = session.found();
        List<Version> wanted = reference.number().isPresent()
                ? List.of(versions.require(reference))
                : versions.current(reference).stream().map(CurrentVersion::version).toList();
        if (wanted.isEmpty()) {
            throw versions.nothing(reference);
        }
        new CollectedVersions(workspace).requireData(wanted);
        if (arguments.has(PIN)) {
            pin(wanted, duration(arguments.value(PIN).orElseThrow()), session);
        }
        if (arguments.has(RowLimit.QUARANTINED)) {
            return new Paths(workspace, wanted, PutAside.of(reference.asset(), wanted, workspace).versions());
        }
        if (wanted.stream().allMatch(version -> version.content().readFiles().isEmpty())) {
            throw new WeirException(
                    ProblemCode.INPUT_MISSING,
                    "%s has no files: it gives %s. weir show %s prints its value."
                            .formatted(
                                    arguments.words().getFirst(),
                                    workspace.graph().asset(reference.asset()).output().javaType(),
                                    arguments.words().getFirst()));
        }
        if (wanted.stream().anyMatch(version -> version.content().readFiles().stream().anyMatch(DataFile::isView))) {
            throw new WeirException(
                    ProblemCode.INPUT_MISSING,
                    "%s is a view and has no files of its own: read it with weir sql, or from %s."
                            .formatted(
                                    reference.asset(),
                                    "view/%s/views.sql in the warehouse".formatted(session.environment())));
        }
        return new Paths(workspace, wanted, wanted);
    }

    private static Duration duration(String typed) {
        try {
            return WrittenDuration.parse(typed);
        } catch (IllegalArgumentException malformed) {
            throw new WeirException(ProblemCode.USAGE, "--pin: " + malformed.getMessage(), malformed);
        }
    }

    // What was collected since it was found is not there for its reader.
    private static void pin(List<Version> versions, Duration length, Session session) {
        Workspace workspace = session.workspace();
        workspace.prepareToWrite();
        String holder = "weir paths --pin, called at " + session.context().clock().instant();
        for (Version version : versions) {
            if (!workspace.collections().pin(new Pin(UUID.randomUUID(), version.id(), holder), length)) {
                throw new CollectedVersions(workspace).collected(version);
            }
        }
    }

    /// @param printed those whose files people asked for
    private record Paths(Workspace workspace, List<Version> versions, List<Version> printed) implements Answer {
        @Override
        public void print(Screen screen) {
            for (Version version : printed) {
                paths(version).forEach(path -> screen.line(path.toString()));
            }
        }

        @Override
        public Object json() {
            Names names = new Names(workspace.graph());
            return new JsonObject()
                    .with(
                            "versions",
                            versions,
                            version -> new JsonObject()
                                    .with("version", names.of(version))
                                    .with("partition", PartitionsJson.of(names.nameOf(version).partition()))
                                    .with("paths", paths(version), Path::toString)
                                    .with(
                                            "quarantined",
                                            version.content().quarantinedFiles(),
                                            file -> workspace.pathOf(file).toString()));
        }

        private List<Path> paths(Version version) {
            return version.content().readFiles().stream().map(workspace::pathOf).toList();
        }
    }
}
