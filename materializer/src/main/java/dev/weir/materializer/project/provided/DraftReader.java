package dev.weir.materializer.project.provided;

import dev.weir.assets.AssetCheck;
import dev.weir.assets.AssetKey;
import dev.weir.assets.Reading;
import dev.weir.assets.SnakeCase;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.Placement;
import dev.weir.assets.spec.Presence;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.ReadyMadeCheck;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what a provider said of an asset into its spec. All that is wrong with one is the message of an
/// `IllegalArgumentException`.
final class DraftReader {

    private final String provider;
    private final String prefix;
    private final ProviderSpec defaults;
    private final ProvidedModule module;
    private final IdentityHashMap<Object, String> places;
    private final Function<Object, String> resources;
    private final Origin.Finder origins = new Origin.Finder();
    private final ValueDigest values = new ValueDigest();

    DraftReader(
            String provider,
            String prefix,
            ProviderSpec defaults,
            ProvidedModule module,
            IdentityHashMap<Object, String> places,
            Function<Object, String> resources) {
        this.provider = provider;
        this.prefix = prefix;
        this.defaults = defaults;
        this.module = module;
        this.places = places;
        this.resources = resources;
    }

    /// An asset, its checks, and where its code comes from.
    record Read(AssetSpec asset, List<CheckSpec> checks, ProvidedSource source) {}

    Read read(Draft<?> draft) {
        AssetKey key = AssetKey.parse(prefix.isEmpty() ? draft.key : prefix + "/" + draft.key);
        ValueType output = output(draft.given);
        PartitionsDefinition partitions = draft.partitions(defaults);
        List<CheckSpec> checks = checks(draft, key);
        Draft.Way way = draft.way.orElseThrow(() -> new IllegalArgumentException(
                "nobody says how it is computed: end with query(…) or compute(…)"));
        List<Parameter> parameters = new ArrayList<>(draft.readings.size() + 4);
        readings(draft).forEach(input -> parameters.add(new Parameter.Upstream(input)));
        Said said =
                switch (way) {
                    case Draft.Way.ByQuery(String sql) -> byQuery(draft, sql, output);
                    case Draft.Way.ByCode(var compute) -> {
                        addGiven(parameters, partitions, output);
                        yield byCode(draft, compute);
                    }
                };
        int number = way instanceof Draft.Way.ByCode(var compute)
                ? module.add(new ReadNames(key, List.copyOf(draft.readings)), compute)
                : -1;
        Computation computation = new Computation(
                provider, "declare" + said.place, number, parameters, said.query, draft.codeVersion);
        AssetSpec asset = new AssetSpec(
                key,
                draft.description(defaults),
                partitions,
                computation,
                output,
                draft.execution(defaults),
                after(draft, checks));
        return new Read(asset, checks, said.source);
    }

    private record Said(Optional<String> query, String place, ProvidedSource source) {}

    private Said byQuery(Draft<?> draft, String sql, ValueType output) {
        if (output.form() != Form.TABLE) {
            throw new IllegalArgumentException("a query gives a table, not %s: begin it with table(…)".formatted(output.javaType()));
        }
        if (sql.isBlank()) {
            throw new IllegalArgumentException("its query is empty");
        }
        for (Reading reading : draft.readings) {
            if (reading.kind() != Reading.Kind.TABLE) {
                throw new IllegalArgumentException("a query reads tables, and %s is none".formatted(reading.name()));
            }
        }
        return new Said(Optional.of(sql), "", new ProvidedSource(provider, Optional.empty(), Optional.empty(), List.of()));
    }

    private Said byCode(Draft<?> draft, Object compute) {
        if (draft.execution(defaults).place() instanceof Placement.OwnProcess) {
            throw new IllegalArgumentException(
                    "its code runs in Weir's own process, and the class says @RunIn(Where.PROCESS): take that away, or declare the asset by a method");
        }
        Origin origin = origins.of(compute);
        List<@Nullable Object> compared = new ArrayList<>();
        List<String> made = new ArrayList<>();
        String place = "";
        for (Object value : origin.given()) {
            String resource = value == null ? "" : resources.apply(value);
            if (resource.isEmpty()) {
                compared.add(value);
            } else {
                made.add(resource);
            }
            place = value != null && places.containsKey(value) ? " (%s)".formatted(places.get(value)) : place;
        }
        return new Said(
                Optional.empty(),
                place,
                new ProvidedSource(provider, Optional.of(origin.entry()), digest(draft, compared), made));
    }

    private Optional<Digest> digest(Draft<?> draft, List<@Nullable Object> given) {
        List<@Nullable Object> compared = draft.digest.orElse(given);
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(values.of(compared));
        } catch (IllegalArgumentException incomparable) {
            throw new IllegalArgumentException(
                    "its code is given a value that Weir cannot compare with an earlier one: %s. Give it texts, numbers, records, lists or maps of these, or what the provider's constructor takes; or say with digest(…) what stands for it"
                            .formatted(incomparable.getMessage()),
                    incomparable);
        }
    }

    private static void addGiven(List<Parameter> parameters, PartitionsDefinition partitions, ValueType output) {
        if (partitions instanceof PartitionsDefinition.Time) {
            parameters.add(new Parameter.Window());
        }
        parameters.add(new Parameter.Key());
        parameters.add(new Parameter.StepLog());
        if (output.form() == Form.PATH) {
            parameters.add(new Parameter.StagingFolder());
        }
    }

    private ValueType output(Draft.Given given) {
        return switch (given.kind()) {
            case TABLE -> module.rows().rows(Form.TABLE, "Table", given.type().orElseThrow());
            case LIST -> module.rows().rows(Form.LIST, "List", given.type().orElseThrow());
            case STREAM -> module.rows().rows(Form.STREAM, "Stream", given.type().orElseThrow());
            case VALUE -> module.rows().value(given.type().orElseThrow());
            case FILE -> module.rows().file();
        };
    }

    private List<InputSpec> readings(Draft<?> draft) {
        List<InputSpec> inputs = new ArrayList<>(draft.readings.size());
        Set<String> names = new HashSet<>();
        for (Reading reading : draft.readings) {
            if (!names.add(SnakeCase.of(reading.name()))) {
                throw new IllegalArgumentException(
                        "it reads two assets as %s: name one of them with as(…)".formatted(reading.name()));
            }
            boolean isPattern = reading.kind() == Reading.Kind.TABLES || reading.kind() == Reading.Kind.ANY_TABLES;
            if (isPattern != reading.asset().contains("*")) {
                throw new IllegalArgumentException(
                        isPattern
                                ? "tables(…) reads all assets that a pattern matches, and %s has no '*'".formatted(reading.asset())
                                : "%s is a pattern: read it with Reading.tables(…)".formatted(reading.asset()));
            }
            inputs.add(new InputSpec(
                    reading.name(),
                    reading.asset(),
                    type(reading),
                    isPattern ? Wrapping.BY_ASSET : Wrapping.NONE,
                    reading.mapping(),
                    reading.kind() == Reading.Kind.ANY_TABLES ? Presence.OPTIONAL : Presence.DECLARED));
        }
        return inputs;
    }

    private ValueType type(Reading reading) {
        return switch (reading.kind()) {
            case TABLE, TABLES, ANY_TABLES -> reading.rows()
                    .map(rows -> module.rows().rows(Form.TABLE, "Table", rows))
                    .orElseGet(() -> module.rows().anyTable());
            case VALUE -> module.rows().value(reading.rows().orElseThrow());
            case FILE -> module.rows().file();
        };
    }

    private static List<CheckSpec> checks(Draft<?> draft, AssetKey key) {
        List<CheckSpec> checks = new ArrayList<>(draft.checks.size());
        for (AssetCheck check : draft.checks) {
            if (!(check instanceof ReadyMadeCheck readyMade)) {
                throw new IllegalArgumentException("%s is no check: take one of dev.weir.checks.Checks".formatted(check));
            }
            checks.add(readyMade.on(key.toString()));
        }
        return checks;
    }

    // What a column refers to has to be there before it is checked.
    private static List<String> after(Draft<?> draft, List<CheckSpec> checks) {
        if (checks.isEmpty()) {
            return draft.after;
        }
        List<String> after = new ArrayList<>(draft.after);
        for (CheckSpec check : checks) {
            if (check.rule() instanceof ReadyMade.ReferenceTo reference
                    && !check.asset().equals(reference.asset())
                    && draft.readings.stream().noneMatch(read -> read.asset().equals(reference.asset()))) {
                after.add(reference.asset());
            }
        }
        return after;
    }
}
