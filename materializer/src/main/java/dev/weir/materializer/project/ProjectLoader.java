package dev.weir.materializer.project;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.digest.code.CodeDigests;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.LastingNames;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.PoolName;
import dev.weir.checks.CheckDigests;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ChecksByAsset;
import dev.weir.checks.DeclaredChecks;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.index.ClassIndex;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.project.provided.Provided;
import dev.weir.materializer.project.provided.ProvidedSource;
import dev.weir.materializer.project.source.SingleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/// Loads a project step by step: its file, its classes, what they declare, what that is configured with and what it is at.
/// What is wrong is collected as long as the next step can still say something sensible.
final class ProjectLoader {

    static final List<String> BUILD_FOLDERS = List.of("target/classes", "build/classes/java/main");

    private final ProjectLayout layout;
    private final ProjectOptions options;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<DeclaringSources.Single> single = Optional.empty();

    ProjectLoader(ProjectLayout layout, ProjectOptions options) {
        this.layout = layout;
        this.options = options;
    }

    Project load() {
        ProjectFile file = layout.file().map(ProjectFile::read).orElse(ProjectFile.EMPTY);
        ClassPath classPath = classPath(file);
        UserClassLoader loader = new UserClassLoader(classPath.all());
        ProjectClasses classes = ProjectClasses.scan(classPath, loader);
        return load(file, Secrets.of(file.secrets(), options.environment()), loader, classes, Map.of());
    }

    /// Of classes that the caller sees already.
    Project load(VisibleClasses visible) {
        UserClassLoader loader = UserClassLoader.seeing(visible.loader(), visible.classPath());
        ProjectClasses classes = ProjectClasses.of(visible, loader);
        ProjectFile file = fileFor(classes.indexes());
        Secrets secrets = Secrets.ofVariables(file.secrets(), options.environment());
        return load(file, secrets, loader, classes, visible.resources());
    }

    // Stands for the weir.yaml that these classes need: with their pools, and a secret of each variable.
    private ProjectFile fileFor(Collection<ClassIndex> indexes) {
        Map<PoolName, Integer> pools = new HashMap<>();
        for (ClassIndex index : indexes) {
            index.assets().forEach(asset -> asset.execution().pool().value().ifPresent(pool -> pools.put(pool, Integer.MAX_VALUE)));
        }
        Map<String, SecretSource> secrets = new HashMap<>();
        options.environment().keySet().forEach(name -> secrets.put(name, new SecretSource.Variable(name)));
        return ProjectFile.EMPTY.with(secrets, new ProjectFile.Limits(OptionalInt.empty(), pools));
    }

    private Project load(
            ProjectFile file, Secrets secrets, UserClassLoader loader, ProjectClasses classes, Map<String, Object> given) {
        try {
            return read(file, secrets, loader, classes, given);
        } catch (RuntimeException failed) {
            close(loader, classes);
            throw failed;
        }
    }

    private Project read(
            ProjectFile file, Secrets secrets, UserClassLoader loader, ProjectClasses classes, Map<String, Object> given) {
        Collection<ClassIndex> indexes = classes.indexes();
        problems.addAll(classes.problems());
        stopIfWrong();
        List<AssetSpec> assets = new ArrayList<>();
        Map<String, String> moduleClasses = new HashMap<>();
        for (ClassIndex index : indexes) {
            index.assets().forEach(asset -> assets.add(file.defaults().complete(asset)));
            moduleClasses.put(index.declaringClass(), index.moduleClass());
        }
        Catalog catalog = Catalog.of(indexes, given.keySet());
        problems.addAll(catalog.problems());
        Configuration configuration = configuration(file, records(indexes, catalog));
        Modules modules = new Modules(loader, moduleClasses);
        Resources resources = new Resources(catalog, modules, configuration, secrets, loader, given);
        try {
            ProviderCalls calls = new ProviderCalls(layout.root(), modules, resources, loader);
            askProviders(indexes, calls);
            Provided provided = calls.provided();
            problems.addAll(provided.problems());
            provided.assets().forEach(asset -> assets.add(file.defaults().complete(asset)));
            assets.forEach(asset -> requirePool(asset, file.limits()));
            CommandFiles files = new CommandFiles(layout.root().toAbsolutePath().normalize());
            assets.forEach(asset -> problems.addAll(files.problems(asset)));
            Map<String, Object> ready = new HashMap<>(given);
            ready.putAll(provided.instances());
            AssetGraph graph = graph(assets, provided);
            ChecksByAsset checks = checks(graph, indexes, provided);
            Project.Code code = new Project.Code(
                    loader, classes, modules, catalog, configuration, secrets, provided, resources, ready);
            DeclaringSources sources = new DeclaringSources(layout.root().toAbsolutePath().normalize(), classes, single);
            return new Project(layout, file, definitions(graph, checks, code, files), code, sources);
        } catch (RuntimeException failed) {
            resources.close();
            throw failed;
        }
    }

    // A provider that is given wrong values would only add to what is wrong.
    private void askProviders(Collection<ClassIndex> indexes, ProviderCalls calls) {
        for (ClassIndex index : indexes) {
            if (index.provider().isPresent()) {
                stopIfWrong();
                calls.ask(index, index.provider().get());
            }
        }
    }

    Map<String, Object> schema() {
        ClassPath classPath = classPath(readableFile());
        try (UserClassLoader loader = new UserClassLoader(classPath.all());
                ProjectClasses classes = ProjectClasses.scan(classPath, loader)) {
            Catalog catalog = Catalog.of(classes.indexes());
            return new ProjectSchema(records(classes.indexes(), catalog), catalog.secrets()).write();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // Whoever asks for the schema may be in the middle of writing the file.
    private ProjectFile readableFile() {
        try {
            return layout.file().map(ProjectFile::read).orElse(ProjectFile.EMPTY);
        } catch (WeirException malformed) {
            return ProjectFile.EMPTY;
        }
    }

    private void requirePool(AssetSpec asset, ProjectFile.Limits limits) {
        Optional<PoolName> pool = asset.execution().pool().value();
        if (pool.isPresent() && !limits.pools().containsKey(pool.get())) {
            problems.add(new Problem(
                    ProblemCode.UNKNOWN_POOL,
                    "Asset %s: %s".formatted(asset.key(), limits.unknown(pool.get())),
                    new Subject.OfAsset(asset.key())));
        }
    }

    private AssetGraph graph(List<AssetSpec> assets, Provided provided) {
        AssetGraph graph;
        try {
            graph = AssetGraph.of(assets);
        } catch (WeirException wrong) {
            for (Problem problem : wrong.problems()) {
                // What a provider failed to add may be just what is missing.
                if (provided.problems().isEmpty() || problem.code() != ProblemCode.UNKNOWN_UPSTREAM) {
                    problems.add(provided.named(problem));
                }
            }
            throw new WeirException(problems);
        }
        stopIfWrong();
        return graph;
    }

    private static ChecksByAsset checks(AssetGraph graph, Collection<ClassIndex> indexes, Provided provided) {
        List<DeclaredChecks> declared = new ArrayList<>(provided.checks());
        for (ClassIndex index : indexes) {
            if (!index.checks().isEmpty()) {
                declared.add(index.declaredChecks());
            }
        }
        try {
            return ChecksByAsset.of(graph.catalog(), declared);
        } catch (WeirException wrong) {
            throw new WeirException(wrong.problems().stream().map(provided::named).toList());
        }
    }

    private ClassPath classPath(ProjectFile file) {
        if (layout.source().isPresent()) {
            return new ClassPath(List.of(compile(layout.source().get())), options.libraries());
        }
        return new ClassPath(file.classes().orElseGet(this::builtClasses), options.libraries());
    }

    private Path compile(Path source) {
        try {
            layout.createState();
            // Before it is read: what is written meanwhile is newer.
            single = Optional.of(new DeclaringSources.Single(source, Files.getLastModifiedTime(source)));
            return new SingleSource(
                            layout.state().resolve("cache/sources"), options.libraries(), options.processor())
                    .classesOf(source);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Path> builtClasses() {
        for (String folder : BUILD_FOLDERS) {
            if (Files.isDirectory(layout.root().resolve(folder))) {
                return List.of(layout.root().resolve(folder));
            }
        }
        throw new WeirException(
                ProblemCode.MISSING_CLASSES,
                "Project %s has no classes: there is neither %s in %s. Compile the project, or name the folders of its classes in %s, as in classes: [target/classes]"
                        .formatted(
                                layout.root().getFileName(),
                                String.join(" nor ", BUILD_FOLDERS),
                                layout.root(),
                                ProjectLayout.FILE_NAME));
    }

    private static List<ConfigSpec> records(Collection<ClassIndex> indexes, Catalog catalog) {
        List<ConfigSpec> records = new ArrayList<>(catalog.configs());
        for (ClassIndex index : indexes) {
            index.assets().forEach(asset -> records.addAll(configsOf(asset.computation().allParameters())));
            for (CheckSpec check : index.checks()) {
                if (check.rule() instanceof CheckRule.CustomMethod method) {
                    records.addAll(configsOf(method.parameters()));
                }
            }
        }
        return records;
    }

    private Configuration configuration(ProjectFile file, List<ConfigSpec> records) {
        ConfigurationReader reader = new ConfigurationReader(records);
        reader.take(askedFor(file.config(), records));
        file.jobs().forEach((name, job) -> {
            if (options.jobs().contains(name)) {
                reader.take(askedFor(job.config(), records));
            } else {
                reader.look(askedFor(job.config(), records));
            }
        });
        options.config().forEach(reader::take);
        Configuration configuration = reader.read();
        problems.addAll(reader.problems());
        return configuration;
    }

    // A weir.yaml beside a single source may be a project's of its own, with more than this source asks for.
    private Map<String, Map<String, WrittenText>> askedFor(
            Map<String, Map<String, WrittenText>> written, Collection<ConfigSpec> records) {
        if (layout.source().isEmpty()) {
            return written;
        }
        Map<String, Map<String, WrittenText>> askedFor = new LinkedHashMap<>(written);
        askedFor.keySet().retainAll(records.stream().map(ConfigSpec::name).toList());
        return askedFor;
    }

    private static List<ConfigSpec> configsOf(List<Parameter> parameters) {
        List<ConfigSpec> configs = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter instanceof Parameter.Configuration(ConfigSpec config)) {
                configs.add(config);
            }
        }
        return configs;
    }

    private static Definitions definitions(
            AssetGraph graph, ChecksByAsset checks, Project.Code code, CommandFiles files) {
        CodeDigests codeDigests = new CodeDigests(code.classes(), code.catalog().resources());
        LastingNames lasting = graph.lasting();
        Map<AssetKey, CodeDigest> codeOf = HashMap.newHashMap(graph.size());
        Map<AssetKey, ConfigDigest> configOf = HashMap.newHashMap(graph.size());
        Map<AssetKey, SortedMap<String, String>> configured = new HashMap<>();
        for (AssetSpec asset : graph.assets()) {
            Optional<ProvidedSource> source = code.provided().sourceOf(asset.key());
            if (source.isPresent()) {
                codeOf.put(asset.key(), codeDigests.ofProvided(lasting.in(asset), source.get().code(), source.get().resources()));
                configOf.put(asset.key(), configOf(source.get(), code));
                continue;
            }
            codeOf.put(asset.key(), files.with(codeDigests.of(lasting.in(asset)), asset));
            List<ConfigSpec> records = configsOf(asset.computation().allParameters());
            if (codeDigests.usesInstance(asset)) {
                records.addAll(code.catalog().configsOf(asset.computation().declaringClass()));
            }
            configOf.put(asset.key(), code.configuration().digest(records));
            if (!records.isEmpty()) {
                configured.put(asset.key(), code.configuration().values(records));
            }
        }
        CheckDigests checkDigests = new CheckDigests(codeDigests);
        Map<CheckKey, Digest> checkOf = new HashMap<>();
        checks.checks().forEach((asset, each) ->
                each.forEach(check -> checkOf.put(new CheckKey(asset, check.name()), checkDigests.of(check))));
        checks.checks().forEach((asset, each) -> codeOf.computeIfPresent(asset, (_, own) -> sifting(own, each, checkOf)));
        return new Definitions(graph, codeOf, configOf, configured, checks.checks(), checkOf);
    }

    // What a provider gave to the code of an asset configures it, such as the entry of a file.
    private static ConfigDigest configOf(ProvidedSource source, Project.Code code) {
        List<ConfigSpec> records = new ArrayList<>();
        source.resources().forEach(resource -> records.addAll(code.catalog().configsOf(resource)));
        if (source.values().isPresent() && records.isEmpty()) {
            return new ConfigDigest(source.values().get());
        }
        ConfigDigest config = code.configuration().digest(records);
        return source.values().isEmpty()
                ? config
                : new ConfigDigest(new Hasher()
                        .add(config.value())
                        .add(source.values().get())
                        .finish());
    }

    // Where rows are put aside, the checks that say which belong to what makes the asset.
    private static CodeDigest sifting(CodeDigest own, List<CheckSpec> checks, Map<CheckKey, Digest> digests) {
        for (CheckSpec check : checks) {
            if (check.rule() instanceof ReadyMade.Quarantined quarantined) {
                Hasher hasher = new Hasher().add("sifted").add(own.value());
                checks.stream()
                        .filter(quarantined::takes)
                        .map(taken -> digests.get(new CheckKey(AssetKey.parse(taken.asset()), taken.name())))
                        .filter(Objects::nonNull)
                        .forEach(hasher::add);
                return new CodeDigest(hasher.finish());
            }
        }
        return own;
    }

    private void stopIfWrong() {
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    private static void close(UserClassLoader loader, ProjectClasses classes) {
        try {
            classes.close();
            loader.close();
        } catch (IOException unimportant) {
            // What went wrong before is worth more; the files are only read.
        }
    }
}
