package dev.weir.cli.fuzz;

import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Manifests, as a rebuild reads those of committed groups, and as recovery reads that of a run which has died.
final class Manifests implements Target {

    private static final String NAME = "01a201c3-da9b-7000-b8c4-047ddb02adc3.jsonl";

    private final Path folder = Memory.folder();
    private final Path outside = write(folder.resolve("outside"), "not to be removed");
    private final Path root = folder.resolve("warehouse");
    private final Warehouse warehouse = Warehouse.open(root, "fuzz");
    private final Path dead = root.resolve("manifests").resolve(NAME);
    private final Path confirmed = root.resolve("manifests/confirmed/0000000000000000004-" + NAME);
    private final Path kept = write(root.resolve("view/kept"), "not to be removed either");

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        String header = "{\"format\":1,\"group\":\"01a201c3-da9b-7000-b8c4-047ddb02adc3\",\"run\":\"01a201c3-d2c9-7000-8fe7-06a1a7bd9f6b\",\"environment\":\"main\",\"at\":\"2026-11-22T05:39:02Z\",\"lines\":1,\"files\":1}\n";
        for (String content : List.of(
                "\"table\":{\"columns\":[{\"name\":\"n\",\"type\":\"string\",\"nullable\":true}],\"files\":[{\"path\":\"objects/told/%all/part-0.parquet\",\"bytes\":361,\"rows\":1,\"sha256\":\"a53f7f95b608aac7773b48546c880bf99aeed8f46af31a9aa2a0d4d31961e7d3\"}]}",
                "\"file\":{\"path\":\"../outside\",\"bytes\":17,\"rows\":0,\"sha256\":\"a53f7f95b608aac7773b48546c880bf99aeed8f46af31a9aa2a0d4d31961e7d3\"}",
                "\"file\":{\"path\":\"view/kept\",\"bytes\":24,\"rows\":0,\"sha256\":\"a53f7f95b608aac7773b48546c880bf99aeed8f46af31a9aa2a0d4d31961e7d3\"}",
                "\"folder\":{\"path\":\"objects/a/b/folder-x\",\"files\":[]}",
                "\"json\":\"1\",\"metadata\":{\"found\":1.5,\"b\":true},\"tags\":{\"t\":\"x\"},\"checks\":[{\"asset\":\"told\",\"name\":\"warns\",\"digest\":\"2011620361d1ff081c8deca384e61f95cb1de672f13b17f8d57f52d74709c6af\",\"severity\":\"warn\",\"description\":\"\",\"took\":\"PT0.004S\",\"passed\":false,\"result_severity\":\"warn\"}],\"inputs\":[{\"asset\":\"a\",\"ordinal\":0,\"version\":\"01a201c3-d3df-7000-a027-18a3838e41c6\"}]")) {
            seeds.add((header
                            + "{\"asset\":\"told\",\"ordinal\":0,\"version\":\"01a201c3-d3df-7000-a027-18a3838e41c6\",\"number\":1,\"state\":\"published\",\"attempt\":1,\"epoch\":1,\"created_at\":\"2026-11-22T05:39:02.4Z\",\"digests\":{\"code\":\"3f309d8c6a9446e152afd822b4342007b00ccd4c686a7ea9ff77929bf9021a37\",\"config\":\"7cf4b3ea3b7fb829169af19d641905eb04c1a23d6057cbe10a975ba5bcfaa21e\",\"inputs\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"data\":\"3faf3bfcb015348f6a8f1644243bfd526a6d676893ddba145a50e52178d0a5e1\"},"
                            + content + "}\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return seeds;
    }

    @Override
    public void take(byte[] input) throws IOException {
        Files.write(confirmed, input);
        Target.each(() -> warehouse.manifests().forEachCommitted(_ -> {}));
        Files.delete(confirmed);
        Files.write(dead, input);
        Target.each(() -> warehouse.recovery(_ -> true, _ -> Optional.empty(), _ -> {}, CrashPoints.NONE).run());
        Files.deleteIfExists(dead);
        if (!Files.exists(outside) || !Files.exists(kept)) {
            throw new AssertionError("Recovery has removed what is no object");
        }
    }
}
