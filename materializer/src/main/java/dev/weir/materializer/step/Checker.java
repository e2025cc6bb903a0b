package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Table;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Wrapping;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckRule.CustomMethod;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.Verdict;
import dev.weir.materializer.audit.Asked;
import dev.weir.materializer.run.BrokenCheckException;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Runs the checks of an asset over one version of it, staged or published. Used by one thread, once.
final class Checker {

    private final Surroundings with;
    private final StepTask task;
    private final TableScope scope;
    private final Staged staged;
    private final Map<AssetKey, Staged> siblings;
    private final BiFunction<String, Arguments.Inputs, Arguments> arguments;
    private final CheckFacts facts;
    private final AssetKey asset;

    /// @param staged what is checked
    /// @param siblings what the same call has made
    /// @param arguments makes those of a method of a class, given what its parameters read
    Checker(
            Surroundings with,
            StepTask task,
            TableScope scope,
            Staged staged,
            Map<AssetKey, Staged> siblings,
            BiFunction<String, Arguments.Inputs, Arguments> arguments) {
        this.with = with;
        this.task = task;
        this.scope = scope;
        this.staged = staged;
        this.siblings = siblings;
        this.arguments = arguments;
        this.facts = new CheckFacts(with, task, scope, staged, siblings);
        asset = task.step().target().asset();
    }

    /// The verdicts, in the order of declaration.
    ///
    /// @throws Exception if a check could not be run; that is no verdict
    List<Verdict> run(Predicate<CheckKey> chosen) throws Exception {
        List<CheckSpec> checks = with.definitions().checksOf(asset).stream()
                .filter(check -> chosen.test(keyOf(check)))
                .toList();
        long start = System.nanoTime();
        Map<CheckSpec, CheckResult> found = readyMade(checks);
        Duration scan = Duration.ofNanos(System.nanoTime() - start);
        List<Verdict> verdicts = new ArrayList<>(checks.size());
        for (CheckSpec check : checks) {
            CheckResult result = found.get(check);
            if (result != null) {
                verdicts.add(verdict(check, result, scan));
            } else if (check.rule() instanceof CustomMethod method) {
                verdicts.addAll(custom(check, method));
            } else if (check.rule() instanceof ReadyMade.Quarantined rule) {
                long aside = staged.content().quarantinedFiles().stream()
                        .mapToLong(DataFile::rows)
                        .sum();
                CheckResult put = Sieve.quarantined(rule, aside, aside + staged.content().rows());
                verdicts.add(verdict(check, put, Duration.ZERO));
            }
        }
        return verdicts;
    }

    // All of them in one scan of the data.
    Map<CheckSpec, CheckResult> readyMade(List<CheckSpec> checks) {
        List<CheckSpec> chosen = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        for (CheckSpec check : checks) {
            if (check.rule() instanceof ReadyMade rule && !(rule instanceof ReadyMade.Quarantined)) {
                chosen.add(check);
                asked.add(asked(check));
            }
        }
        if (chosen.isEmpty() || !(staged.content() instanceof Content.TableFiles content)) {
            return Map.of();
        }
        List<CheckResult> results = Tables.audit().results(table(content), asked);
        Map<CheckSpec, CheckResult> found = HashMap.newHashMap(chosen.size());
        for (int i = 0; i < chosen.size(); i++) {
            found.put(chosen.get(i), results.get(i));
        }
        return found;
    }

    Asked asked(CheckSpec check) {
        if (check.rule() instanceof ReadyMade rule) {
            return new Asked(rule, facts.known(keyOf(check), rule));
        }
        throw new IllegalArgumentException(check.name() + " is a method");
    }

    /// The table that is checked.
    Table<?> table(Content.TableFiles content) {
        return Tables.reader().files(staged.files(), content.schema(), scope);
    }

    List<CheckSpec> checks() {
        return with.definitions().checksOf(asset);
    }

    private List<Verdict> custom(CheckSpec check, CustomMethod method) throws Exception {
        long start = System.nanoTime();
        String declaringClass = method.declaringClass();
        AssetModule module = with.code().module(declaringClass);
        Object instance = with.code().instance(declaringClass);
        @Nullable Object[] given = arguments.apply(declaringClass, this::valueOf).of(method.parameters());
        Object answer;
        try {
            answer = Calls.call(module, method.number(), instance, given);
        } catch (WeirException known) {
            throw known;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError thrown) {
            throw new BrokenCheckException(check.name(), thrown);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new CheckAnswer(check.name(), result -> verdict(check, result, took)).verdicts(answer);
    }

    // A check reads the version it is about, and what was made together with it; of other assets what that version read, else what is current.
    private @Nullable Object valueOf(InputSpec input, AssetModule module) {
        AssetKey other = AssetKey.parse(input.reference());
        if (other.equals(asset)) {
            return checked(staged, input, module);
        }
        Staged sibling = siblings.get(other);
        if (sibling != null) {
            return checked(sibling, input, module);
        }
        return with.values().of(input, module, task.run(), facts.versionsOf(other, input.mapping()), scope);
    }

    private @Nullable Object checked(Staged staged, InputSpec input, AssetModule module) {
        if (input.wrapping() == Wrapping.INPUT) {
            throw new IllegalStateException(
                    "Parameter %s is an Input of the asset that is checked, which has no version yet; take it without the Input"
                            .formatted(input.parameter()));
        }
        return switch (staged.content()) {
            case Content.Nothing _ -> null;
            case Content.Json _ when staged.path().isPresent() -> staged.path().get();
            case Content.Json(String text) -> Scalars.read(text, input.type(), module);
            case Content.OneFile _, Content.Folder _ -> staged.path().orElseThrow();
            case Content.TableFiles _ ->
                Arguments.inForm(input, with.values().table(input, module, staged.files(), scope));
        };
    }

    Verdict verdict(CheckSpec check, CheckResult result, Duration took) {
        Digest digest = with.definitions().checkDigests().get(keyOf(check));
        if (digest == null) {
            throw new IllegalStateException("No digest of check " + keyOf(check));
        }
        return new Verdict(
                keyOf(check), digest, result.severity().orElse(check.severity()), check.description(), result, took);
    }

    private CheckKey keyOf(CheckSpec check) {
        return new CheckKey(asset, check.name());
    }
}
