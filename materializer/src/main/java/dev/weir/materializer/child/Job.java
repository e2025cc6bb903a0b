package dev.weir.materializer.child;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.project.Block;
import dev.weir.materializer.project.CodeImage;
import dev.weir.materializer.run.ResolvedInput;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.warehouse.VersionText;
import dev.weir.partitions.PartitionKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a child is to do, as bytes.
///
/// @param image the project's code, as `CodeImage` has it
/// @param warehouse the folder and the project of the warehouse
/// @param assets the one to compute, first, and those that it reads
/// @param inputs what it reads
record Job(CodeImage image, List<String> warehouse, List<AssetSpec> assets, Target target, List<Read> inputs) {

    /// Which attempt it is.
    record Target(int ordinal, RunId run, VersionId version, int attempt) {}

    /// The versions that a parameter reads of an asset; those that are staged have the sequence 0.
    record Read(AssetKey asset, String parameter, List<CurrentVersion> versions) {}

    static Job of(CodeImage image, List<String> warehouse, StepTask task, Definitions definitions) {
        AssetPartition target = task.step().target();
        Set<AssetKey> keys = new LinkedHashSet<>();
        keys.add(target.asset());
        List<Read> inputs = new ArrayList<>();
        for (ResolvedInput input : task.inputs()) {
            Dependency dependency = input.planned().dependency();
            if (dependency.input().isPresent()) {
                keys.add(dependency.upstream());
                inputs.add(new Read(
                        dependency.upstream(), dependency.input().get().parameter(), input.versions()));
            }
        }
        List<AssetSpec> assets = keys.stream()
                .map(key -> withoutEdges(definitions.graph().asset(key), target.asset()))
                .toList();
        return new Job(
                image,
                warehouse,
                assets,
                new Target(target.ordinal(), task.run(), task.version(), task.attempt()),
                inputs);
    }

    // What the inputs are made of does not matter there; that a condition may skip them is what lets an Optional take them.
    private static AssetSpec withoutEdges(AssetSpec asset, AssetKey computed) {
        Computation own = asset.computation();
        Computation computation = asset.key().equals(computed)
                ? own
                : new Computation(
                                own.declaringClass(), own.method(), -1, List.of(), Optional.empty(), Optional.empty())
                        .when(new ConditionSpec("", own.declaringClass(), own.method(), -1, List.of()));
        return new AssetSpec(
                asset.key(),
                asset.description(),
                asset.partitions(),
                computation,
                asset.output(),
                asset.execution(),
                List.of());
    }

    byte[] write(Function<AssetPartition, PartitionKey> keys) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Block.write(image.bytes(), out);
            for (String part : warehouse) {
                out.writeUTF(part);
            }
            Block.write(IndexFormat.write(new ClassIndex("", "", "", assets, List.of(), List.of())), out);
            out.writeInt(target.ordinal());
            out.writeUTF(target.run().toString());
            out.writeUTF(target.version().toString());
            out.writeInt(target.attempt());
            out.writeInt(inputs.size());
            for (Read input : inputs) {
                out.writeUTF(input.asset().toString());
                out.writeUTF(input.parameter());
                Block.write(
                        VersionText.write(
                                input.versions().stream().map(CurrentVersion::version).toList(), keys),
                        out);
                for (CurrentVersion version : input.versions()) {
                    out.writeLong(version.sequence());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Job read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Job(
                    new CodeImage(Block.read(in)),
                    List.of(in.readUTF(), in.readUTF()),
                    IndexFormat.read("", Block.read(in)).assets(),
                    new Target(in.readInt(), RunId.parse(in.readUTF()), VersionId.parse(in.readUTF()), in.readInt()),
                    readInputs(in));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Read> readInputs(DataInputStream in) throws IOException {
        List<Read> inputs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            AssetKey asset = AssetKey.parse(in.readUTF());
            String parameter = in.readUTF();
            List<CurrentVersion> versions = new ArrayList<>();
            for (Version version : VersionText.read(Block.read(in))) {
                versions.add(new CurrentVersion(version, in.readLong()));
            }
            inputs.add(new Read(asset, parameter, versions));
        }
        return inputs;
    }
}
