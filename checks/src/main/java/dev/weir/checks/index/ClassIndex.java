package dev.weir.checks.index;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.DeclaredChecks;
import java.util.List;
import java.util.Optional;

/// What one class declares.
///
/// @param declaringClass the binary name of the class
/// @param moduleClass the binary name of the generated [dev.weir.assets.generated.AssetModule]
/// @param prefix comes before each key of the class, and is where its references are looked for first; may be empty
/// @param resources what the engine may construct; the declaring class is among them exactly if one of its methods
///     needs an instance
/// @param provider what holds for the assets that the class adds when the project is loaded, if it does
public record ClassIndex(
        String declaringClass,
        String moduleClass,
        String prefix,
        List<AssetSpec> assets,
        List<CheckSpec> checks,
        List<ResourceSpec> resources,
        Optional<ProviderSpec> provider) {

    public ClassIndex(
            String declaringClass,
            String moduleClass,
            String prefix,
            List<AssetSpec> assets,
            List<CheckSpec> checks,
            List<ResourceSpec> resources) {
        this(declaringClass, moduleClass, prefix, assets, checks, resources, Optional.empty());
    }

    /// Where index files are found on a class path; the file is named after the declaring class.
    public static final String FOLDER = "META-INF/weir/";

    /// How the names of index files end.
    public static final String SUFFIX = ".index";

    public ClassIndex {
        assets = List.copyOf(assets);
        checks = List.copyOf(checks);
        resources = List.copyOf(resources);
    }

    /// The checks, and where what they name is looked for first.
    public DeclaredChecks declaredChecks() {
        return new DeclaredChecks(prefix, checks);
    }

    /// Where the index of a class is found on a class path, such as `META-INF/weir/com.acme.Flights.index`.
    public static String fileOf(String declaringClass) {
        return FOLDER + declaringClass + SUFFIX;
    }
}
