package dev.weir.materializer.child;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.project.Block;
import dev.weir.materializer.run.FailureText;
import dev.weir.materializer.run.OutsideFailure;
import dev.weir.materializer.run.OutsideFailure.Again;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.Made;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.warehouse.VersionText;
import dev.weir.partitions.PartitionKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a child says when it ends by itself.
sealed interface ChildResult {

    Digest NONE = new Digest(0, 0, 0, 0);

    /// It has staged something, which a version like this would have.
    record Staged(Version version, RowOrder order, Optional<String> dataVersion) implements ChildResult {}

    /// Something is wrong that has a name.
    record Known(List<Problem> problems) implements ChildResult {}

    /// The author's code, or the engine for it, has thrown something.
    record Threw(String sentence, Again again) implements ChildResult {}

    static ChildResult of(StepTask task, Made made) {
        Version version = new Version(
                task.version(),
                task.step().target(),
                1,
                VersionState.PUBLISHED,
                new Version.Origin(task.run(), task.attempt(), 0, Instant.EPOCH),
                new Digests(new CodeDigest(NONE), new ConfigDigest(NONE), NONE, made.data()),
                made.content(),
                List.of(),
                made.said().metadata(),
                made.said().tags(),
                "");
        return new Staged(version, made.order(), made.said().dataVersion());
    }

    static ChildResult of(Throwable thrown) {
        return switch (thrown) {
            case WeirException known -> new Known(known.problems());
            case VirtualMachineError _, LinkageError _ -> new Threw(FailureText.of(thrown), Again.IS_IN_VAIN);
            default -> new Threw(FailureText.of(thrown), Again.MAY_HELP);
        };
    }

    /// What it means for the step.
    ///
    /// @throws WeirException if something has a name
    /// @throws OutsideFailure if something was thrown
    default Made made() throws OutsideFailure {
        return switch (this) {
            case Staged(Version version, RowOrder order, Optional<String> dataVersion) ->
                new Made(
                        version.content(),
                        version.digests().data(),
                        order,
                        new Made.Said(version.metadata(), version.tags(), dataVersion),
                        List.of());
            case Known(List<Problem> problems) -> throw new WeirException(problems);
            case Threw(String sentence, Again again) -> throw new OutsideFailure(sentence, again);
        };
    }

    default byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (this) {
                case Staged(Version version, RowOrder order, Optional<String> dataVersion) -> {
                    out.writeByte('s');
                    out.writeUTF(order.name());
                    out.writeBoolean(dataVersion.isPresent());
                    Block.writeText(dataVersion.orElse(""), out);
                    out.write(VersionText.write(List.of(version), _ -> PartitionKey.UNPARTITIONED));
                }
                case Known(List<Problem> problems) -> {
                    out.writeByte('k');
                    out.writeInt(problems.size());
                    for (Problem problem : problems) {
                        out.writeUTF(problem.code().name());
                        Block.writeText(problem.message(), out);
                    }
                }
                case Threw(String sentence, Again again) -> {
                    out.writeByte('t');
                    Block.writeText(sentence, out);
                    out.writeUTF(again.name());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static ChildResult read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return switch (in.readByte()) {
                case 's' -> readStaged(in);
                case 'k' -> new Known(readProblems(in));
                default -> new Threw(Block.readText(in), Again.valueOf(in.readUTF()));
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Staged readStaged(DataInputStream in) throws IOException {
        RowOrder order = RowOrder.valueOf(in.readUTF());
        boolean hasVersion = in.readBoolean();
        String dataVersion = Block.readText(in);
        return new Staged(
                VersionText.read(in.readAllBytes()).getFirst(),
                order,
                hasVersion ? Optional.of(dataVersion) : Optional.empty());
    }

    private static List<Problem> readProblems(DataInputStream in) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            problems.add(Problem.of(ProblemCode.valueOf(in.readUTF()), Block.readText(in)));
        }
        return problems;
    }
}
