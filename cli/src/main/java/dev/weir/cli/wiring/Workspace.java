package dev.weir.cli.wiring;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.lineageui.view.StepAtWork;
import dev.weir.materializer.backup.Backup;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.doctor.Doctor;
import dev.weir.materializer.doctor.Examined;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.project.EffectiveValue;
import dev.weir.materializer.project.ProjectFile;
import dev.weir.materializer.project.ProjectSchema;
import dev.weir.materializer.history.Forgetting;
import dev.weir.materializer.project.Upkeep;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.LaunchedBeforeException;
import dev.weir.materializer.run.QueuedRun;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.Recovery;
import dev.weir.metadata.Database;
import dev.weir.metadata.Compacted;
import dev.weir.metadata.Rebuilt;
import dev.weir.partitions.PartitionSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// A project with its declarations and its memory. Each part is opened when it is first asked for: the graph needs the
/// code only, and the stores need the database.
public interface Workspace extends ProjectFacts, AutoCloseable {

    /// The same project with its classes as they are, whatever has changed in its sources: for answers that may be old but
    /// not late. To be closed on its own.
    default Workspace asLastCompiled() {
        return this;
    }

    /// The selections of the jobs of the project, by their names.
    default Map<String, AssetSelection> jobs() {
        return Map.of();
    }

    /// The values of configuration that hold, with who says so.
    ///
    /// @param asset of which; of the whole project if empty
    default List<EffectiveValue> configuration(Optional<AssetKey> asset) {
        return List.of();
    }

    /// A JSON schema of the project's weir.yaml. Does not mind what is wrong in that file.
    default Map<String, Object> schema() {
        return ProjectSchema.general();
    }

    /// Looks whether what was published before is remembered.
    ///
    /// @throws WeirException if nothing is, though the warehouse has been published to: it is not missing, it is forgotten
    default void requireMemory() {}

    /// What would be done, after a look at the external assets that this is about.
    ///
    /// @throws WeirException if the request cannot be planned, with all that is wrong
    default RunPlan plan(RunRequest request) {
        return plan(planner -> planner.plan(request));
    }

    /// What would be done, after the same look, as somebody asks the planner for it.
    default RunPlan plan(Function<RunPlanner, RunPlan> asking) {
        return asking.apply(new RunPlanner(definitions(), versions()));
    }

    /// How many steps of a run may be at work at once.
    ///
    /// @param wanted what somebody asks for; empty for what the project says
    default int parallel(OptionalInt wanted) {
        return wanted.orElseGet(() -> Settings.forThisMachine().parallel());
    }

    /// Makes stores and warehouse where there are none, and clears away what processes that died have left. To be called
    /// before anything else by a command that writes.
    ///
    /// @throws WeirException if they cannot be had
    void prepareToWrite();

    /// Makes the schema in the PostgreSQL of the project, or brings an older one up to date. Needs no declarations.
    ///
    /// @throws WeirException if the project has none, or it cannot be had
    Database.Migration migrate();

    /// Copies database and warehouse into a folder, while others may go on. Needs no declarations.
    ///
    /// @param folder absolute
    /// @param progress told of the bytes of each file
    /// @throws WeirException if there is nothing to copy, or it cannot be
    default Backup.Taken backup(Path folder, LongConsumer progress) {
        throw new UnsupportedOperationException("This project is kept nowhere");
    }

    /// Brings such a copy back into a project that has nothing yet. Needs no declarations.
    ///
    /// @throws WeirException if it cannot be
    default Backup.Taken restore(Path folder, LongConsumer progress) {
        throw new UnsupportedOperationException("This project is kept nowhere");
    }

    /// Lets a plan have its turn: records its run, waits as long as another run is at some of it, be it of this process or of
    /// another, and then plans anew. What is in the plan that it gives no other run computes, until its run has ended. After
    /// [#prepareToWrite], and once.
    ///
    /// A plan without steps needs no turn, and no run is recorded. Where nothing is left after waiting, the run has succeeded
    /// without a step.
    ///
    /// @param again plans anew
    /// @throws WeirException if something that the plan's code asks for, such as a secret, cannot be had
    /// @throws LaunchedBeforeException if there is a run with its launch key
    /// @throws InterruptedWaiting if somebody interrupts the waiting
    /// @throws RunLostException if somebody ends the run while it waits
    default RunPlan inTurn(RunPlan plan, Supplier<RunPlan> again, Asked asked, Waiting waiting) {
        return plan;
    }

    /// The same where who waits is told on the screen.
    default RunPlan inTurn(RunPlan plan, Supplier<RunPlan> again, Asked asked) {
        return plan;
    }

    /// Tells somebody that a run waits.
    interface Waiting {
        /// @param run the one that waits
        void tell(QueuedRun run, WaitedFor other);
    }

    /// Whoever is at work on something that another run wants.
    interface WaitedFor {
        AssetPartition target();

        /// Empty until that is recorded.
        Optional<RunId> run();
    }

    /// The run of a plan that has had its turn, or a new one, to be executed by [Runs.Handle#await].
    ///
    /// @param parallel how many steps may run at once; empty for what the project says
    /// @throws WeirException if something that the plan's code asks for, such as a secret, cannot be had
    /// @throws LaunchedBeforeException if there is a run with its launch key
    Runs.Handle begin(RunPlan plan, Asked asked, OptionalInt parallel, RunListener listener);

    /// The runs, for who needs nothing else: the declarations may be wrong.
    default RunStore recordedRuns() {
        return runs();
    }

    /// Ends a run, whoever is at work on it. It is over when this returns: nothing of it is published from then on, and its
    /// steps are interrupted, together with the processes that they have started. Needs no declarations.
    ///
    /// @param why what is recorded with it
    /// @return nothing if it had ended already
    Optional<Stopping> cancel(RunId run, String why);

    /// When the steps of a run that was cancelled are interrupted.
    enum Stopping {
        /// It is a run of this process, or of that which owns the database.
        AT_ONCE,
        /// Its process, if it still lives, has to notice.
        WITH_ITS_HEARTBEAT
    }

    /// Lets current versions of one asset count as made by the code and configuration of now. After [#prepareToWrite].
    ///
    /// @return those that counted otherwise before
    /// @throws WeirException if there are none
    List<Version> accept(EnvironmentName environment, AssetKey asset, List<Version> current, String reason);

    /// Moves pointers back and holds them, all or none. After [#prepareToWrite].
    ///
    /// @param undoes the run whose publications are taken back, if it is about a run
    MoveOutcome move(EnvironmentName environment, List<Move> moves, String reason, Optional<RunId> undoes);

    /// Lets what is held be computed again. After [#prepareToWrite].
    ///
    /// @param partitions all that are held if empty
    /// @return those that were held
    PartitionSet release(EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions);

    /// Lets go of what nobody needs. After [#prepareToWrite].
    default Collector collector(EnvironmentName environment) {
        throw new UnsupportedOperationException("Nothing is collected here");
    }

    /// Forgets what has been over for long enough. After [#prepareToWrite], but to look what that is.
    default Forgetting forgetting() {
        throw new UnsupportedOperationException("Nothing is forgotten here");
    }

    /// Makes the file of an embedded database smaller, if that is worth it and nothing is under way. After [#prepareToWrite].
    default Optional<Compacted> compact() {
        return Optional.empty();
    }

    /// How long what is not needed any more is kept.
    default Upkeep upkeep() {
        return ProjectFile.EMPTY.upkeep();
    }

    /// Looks whether all that is remembered is there and right. Changes nothing.
    ///
    /// @param listener told how far it has come
    default List<Examined> examine(Doctor.Depth depth, Doctor.Listener listener) {
        throw new UnsupportedOperationException("This project is kept nowhere");
    }

    /// Makes the memory of the project anew out of the manifests of its warehouse.
    ///
    /// @throws WeirException if it is not lost
    default Rebuild rebuild() {
        throw new UnsupportedOperationException("This project is kept nowhere");
    }

    /// @param database how people call it
    /// @param rebuilt what is there now
    /// @param recovered what was cleared away that no commit is known of
    record Rebuild(String database, Rebuilt rebuilt, Recovery.Recovered recovered) {}

    /// What the steps of a run have written down, and what they threw; nothing if there is none of it.
    default Optional<Path> logOf(RunId run) {
        return Optional.empty();
    }

    /// Which steps of a run have been at work for some time, if it is a run of this machine.
    default List<StepAtWork> atWork(RunId run) {
        return List.of();
    }

    /// The runs that have a log, the newest first. Needs no database.
    default List<RunId> logged() {
        return List.of();
    }

    /// What it is read from; of a project whose declarations are wrong, as much as can be told.
    default Sources sources() {
        return new Sources(Set.of());
    }

    /// What it is called, and where its state is kept.
    default Home home() {
        throw new UnsupportedOperationException("This project is kept nowhere");
    }

    /// @param name for people
    /// @param state the folder
    record Home(String name, Path state) {}

    @Override
    void close();
}
