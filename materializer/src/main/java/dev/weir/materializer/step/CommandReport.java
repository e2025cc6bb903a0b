package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.pipes.MessageFile;
import dev.weir.materializer.pipes.PipesMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects what the command of an asset reports.
final class CommandReport implements MessageFile.Reader {

    private final AssetKey asset;
    private final CodeDigest code;
    private final CommandLog log;
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private @Nullable String dataVersion;
    private @Nullable String problem;
    private @Nullable String result;

    CommandReport(AssetKey asset, CodeDigest code, CommandLog log) {
        this.asset = asset;
        this.code = code;
        this.log = log;
    }

    Map<String, Object> metadata() {
        return metadata;
    }

    Optional<String> dataVersion() {
        return Optional.ofNullable(dataVersion);
    }

    List<Verdict> verdicts() {
        return new ArrayList<>(verdicts.values());
    }

    /// The small value that is the result, as JSON.
    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    /// What it says that it threw.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void take(PipesMessage message) {
        switch (message) {
            case PipesMessage.Opened opened -> log.take(opened);
            case PipesMessage.Log(String level, String text) -> log.reported(level, text);
            case PipesMessage.Materialized made when isOwn(made.asset()) -> {
                metadata.putAll(made.metadata());
                made.dataVersion().ifPresent(version -> dataVersion = version);
            }
            case PipesMessage.Checked checked when isOwn(checked.asset()) ->
                verdicts.put(checked.check(), verdict(checked));
            case PipesMessage.Materialized(var other, var _, var _) -> foreign("made", other);
            case PipesMessage.Checked(var other, var _, var _, var _, var _) -> foreign("checked", other);
            case PipesMessage.Custom custom when custom.result().isPresent() -> result = custom.result().get();
            case PipesMessage.Custom custom -> log.reported("INFO", "Reported: " + custom.payload());
            case PipesMessage.Closed(Optional<String> thrown) -> thrown.ifPresent(why -> problem = why);
        }
    }

    private boolean isOwn(Optional<String> key) {
        return key.isEmpty() || key.get().equals(asset.toString());
    }

    private void foreign(String what, Optional<String> key) {
        log.reported(
                "WARNING",
                "It reported that it has %s %s, and computes %s: that is left out".formatted(what, key.orElse(""), asset));
    }

    @Override
    public void malformed(String line, String why) {
        log.malformed(line, why);
    }

    // A check that only the command knows is at what the command is at.
    private Verdict verdict(PipesMessage.Checked checked) {
        CheckSeverity severity =
                checked.severity().equalsIgnoreCase("WARN") ? CheckSeverity.WARN : CheckSeverity.ERROR;
        return new Verdict(
                new CheckKey(asset, checked.check()),
                new Hasher().add("reported").add(code.value()).add(severity.name()).finish(),
                severity,
                "Reported by the command",
                new CheckResult(checked.passed(), Optional.empty(), checked.metadata(), List.of()),
                Duration.ZERO);
    }
}
