package dev.weir.materializer.project;

import dev.weir.assets.AssetKey;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.RowType;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.project.provided.Provided;
import dev.weir.materializer.plan.RunPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A project, loaded: what it declares, and the way to its code. Classes of its own are loaded only when they are called.
///
/// Threads may share it. Close it when none of its code runs any more.
public final class Project implements AutoCloseable {

    private final ProjectLayout layout;
    private final ProjectFile file;
    private final Definitions definitions;
    private final Code code;
    private final DeclaringSources sources;

    Project(ProjectLayout layout, ProjectFile file, Definitions definitions, Code code, DeclaringSources sources) {
        this.layout = layout;
        this.file = file;
        this.definitions = definitions;
        this.code = code;
        this.sources = sources;
    }

    /// Reads a project's files; a single source is compiled first if it has to be.
    ///
    /// @throws WeirException with all that is wrong
    public static Project load(ProjectLayout layout, ProjectOptions options) {
        return new ProjectLoader(layout, options).load();
    }

    /// Reads what classes declare that the caller sees already.
    ///
    /// @throws WeirException with all that is wrong
    public static Project of(VisibleClasses classes, ProjectLayout layout, ProjectOptions options) {
        return new ProjectLoader(layout, options).load(classes);
    }

    public ProjectLayout layout() {
        return layout;
    }

    public ProjectFile file() {
        return file;
    }

    /// For people: as weir.yaml says, else the name of the folder.
    public String name() {
        return file.identity()
                .name()
                .or(() -> file.identity().id())
                .orElseGet(() -> String.valueOf(layout.root().getFileName()));
    }

    public Definitions definitions() {
        return definitions;
    }

    /// Sees the project's classes; the context class loader of threads that run them.
    public ClassLoader loader() {
        return code.loader();
    }

    /// The generated module of a class that declares assets or checks, by its binary name.
    public AssetModule module(String declaringClass) {
        return code.modules().of(declaringClass);
    }

    /// Moves rows of an asset or a check to columns and back.
    ///
    /// @param declaringClass the class in whose declaration the row type stands
    public RowCodec<?> codec(String declaringClass, RowType row) {
        return module(declaringClass).codec(row.codec());
    }

    public Configuration configuration() {
        return code.configuration();
    }

    /// All values that hold, in the order in which weir.yaml has them, with who says so.
    public List<EffectiveValue> effective() {
        return effectiveConfiguration().ofAll();
    }

    /// The values that hold for one asset, with who says so.
    public List<EffectiveValue> effective(AssetKey asset) {
        AssetSpec spec = definitions.graph().asset(asset);
        AssetSpec declared = code.classes().indexes().stream()
                .flatMap(index -> index.assets().stream())
                .filter(each -> each.key().equals(asset))
                .findFirst()
                .or(() -> code.provided().declared(asset))
                .orElse(spec);
        return effectiveConfiguration().of(spec, declared, new Requirements(definitions, code.catalog()).of(asset));
    }

    private EffectiveConfiguration effectiveConfiguration() {
        return new EffectiveConfiguration(file, code.configuration(), code.secrets());
    }

    /// A JSON schema of the weir.yaml of a project, with the records of configuration and the secrets that its classes
    /// ask for. Does not mind what is wrong in that file.
    public static Map<String, Object> schema(ProjectLayout layout, ProjectOptions options) {
        return new ProjectLoader(layout, options).schema();
    }

    /// The objects of a new run. Close them when it is over.
    public Resources newResources() {
        return new Resources(
                code.catalog(), code.modules(), code.configuration(), code.secrets(), code.loader(), code.given());
    }

    /// The files that are the code of its commands, and the folders or files that its own classes come from, where it names
    /// them.
    public Set<Path> files() {
        Set<Path> files = new TreeSet<>(file.classes().orElse(List.of()));
        CommandFiles commands = new CommandFiles(layout.root().toAbsolutePath().normalize());
        for (AssetSpec asset : definitions.graph().assets()) {
            asset.computation().command().ifPresent(command -> files.addAll(commands.filesOf(command)));
        }
        return files;
    }

    /// Where an asset is declared: looked up in the files when it is asked for.
    public DeclaredAt declaredAt(AssetKey asset, DeclaredAt.Detail detail) {
        return sources.of(definitions.graph().asset(asset).computation(), detail);
    }

    /// What another process needs to call the project's code.
    public CodeImage image() {
        return CodeImage.of(code);
    }

    /// Makes sure that what a plan's code asks for can be had, before a run of it begins.
    ///
    /// @throws WeirException with every secret that is missing and every record that refuses its values
    public void requireWhatIsAskedFor(RunPlan plan) {
        List<Problem> problems;
        try (Resources resources = newResources()) {
            problems = new Requirements(definitions, code.catalog()).unmet(plan, code.secrets(), resources);
        }
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    @Override
    public void close() {
        try {
            code.providers().close();
            code.classes().close();
            code.loader().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The way to the project's classes.
    ///
    /// @param given objects in place of those that would be made, by the binary names of their types
    record Code(
            UserClassLoader loader,
            ProjectClasses classes,
            Modules modules,
            Catalog catalog,
            Configuration configuration,
            Secrets secrets,
            Provided provided,
            Resources providers,
            Map<String, Object> given) {}
}
