package dev.weir.cli.wiring;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Moments;
import dev.weir.cli.run.Interruption;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.status.ProjectStatus;
import dev.weir.materializer.version.EnvironmentName;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One command at work: where it was called, and the project it is about. Opens the project when it is first asked for.
public final class Session implements AutoCloseable {
    private final Context context;
    private final Target target;
    private @Nullable Workspace workspace;

    public Session(Context context, Target target) {
        this.context = context;
        this.target = target;
    }

    /// What the process gives.
    ///
    /// @param folder the folder it was started in
    /// @param variables of its environment
    /// @param zone in which people read times
    public record Context(
            Console console,
            Path folder,
            Map<String, String> variables,
            InstantSource clock,
            ZoneId zone,
            Opener opener,
            Interruption interruption) {

        /// What somebody has typed as a path, absolute.
        public Path path(String typed) {
            return folder.resolve(typed).toAbsolutePath().normalize();
        }

        public Moments moments() {
            return new Moments(zone);
        }
    }

    /// What the command line says about where to work.
    ///
    /// @param words the command line as it was typed
    /// @param config values that go before those of the project's file, each as `name.field=value`
    /// @param jobs whose configuration goes before the rest of that file
    public record Target(
            Optional<String> project,
            Optional<String> file,
            Optional<String> environment,
            List<String> config,
            Set<String> jobs,
            List<String> words) {
        public Target {
            config = List.copyOf(config);
            jobs = Set.copyOf(jobs);
            words = List.copyOf(words);
        }
    }

    /// Opens projects.
    @FunctionalInterface
    public interface Opener {
        /// @throws WeirException if there is no project, or its declarations are wrong
        Workspace open(Context context, Target target);
    }

    /// The command line as it was typed.
    public List<String> words() {
        return target.words();
    }

    public Context context() {
        return context;
    }

    /// The project.
    ///
    /// @throws WeirException with all that is wrong with it
    public Workspace workspace() {
        if (workspace == null) {
            workspace = context.opener().open(context, target);
        }
        return workspace;
    }

    /// The environment that is meant.
    public EnvironmentName environment() {
        if (target.environment().isEmpty()) {
            return EnvironmentName.MAIN;
        }
        try {
            return new EnvironmentName(target.environment().get());
        } catch (IllegalArgumentException malformed) {
            throw new WeirException(ProblemCode.USAGE, malformed.getMessage() + ".");
        }
    }

    /// What somebody names.
    ///
    /// @throws WeirException if there is no such asset or partition, or the asset is not declared any more
    public Reference reference(String typed) {
        try {
            return Reference.parse(typed, workspace().graph());
        } catch (WeirException wrong) {
            boolean isUnknown = wrong.problems().stream().anyMatch(problem -> problem.code() == ProblemCode.UNKNOWN_ASSET);
            throw isUnknown
                    ? UndeclaredAsset.named(typed, workspace().versions(), environment()).orElse(wrong)
                    : wrong;
        }
    }

    /// The versions in the environment that is meant.
    public Versions found() {
        return new Versions(workspace(), environment());
    }

    /// What a selection may ask about the project beyond its graph.
    public ProjectStatus status() {
        Workspace of = workspace();
        return new ProjectStatus(
                of.jobs(),
                new ProjectStatus.Stores(of::definitions, of::versions, of::runs),
                environment(),
                context.clock().instant());
    }

    /// Another command at work in the same place, which only its caller interrupts.
    ///
    /// @param jobs whose configuration it takes
    public Session beside(Set<String> jobs) {
        return beside(jobs, context.console());
    }

    /// The same command on the same project, as that is now.
    ///
    /// @param console where what is said about it goes
    public Session anew(Console console) {
        return beside(target.jobs(), console);
    }

    /// This command with what another one, which was typed earlier, said about where and with what to work.
    public Session insteadOf(EnvironmentName environment, List<String> config, Set<String> jobs) {
        return new Session(
                context,
                new Target(
                        target.project(), target.file(), Optional.of(environment.value()), config, jobs, target.words()));
    }

    private Session beside(Set<String> jobs, Console console) {
        Context own = new Context(
                console,
                context.folder(),
                context.variables(),
                context.clock(),
                context.zone(),
                context.opener(),
                Interruption.byHand());
        return new Session(
                own,
                new Target(target.project(), target.file(), target.environment(), target.config(), jobs, target.words()));
    }

    @Override
    public void close() {
        if (workspace != null) {
            workspace.close();
        }
    }
}
