package dev.weir.checks.index;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.DeclaredChecks;
import java.util.List;

/// What one class declares.
///
/// @param declaringClass the binary name of the class
/// @param moduleClass the binary name of the generated [dev.weir.assets.generated.AssetModule]
/// @param resources what the engine may construct; the declaring class is among them exactly if one of its methods
///     needs an instance
public record ClassIndex(
        String declaringClass,
        String moduleClass,
        List<AssetSpec> assets,
        List<CheckSpec> checks,
        List<ResourceSpec> resources) {

    /// Where index files are found on a class path; the file is named after the declaring class.
    public static final String FOLDER = "META-INF/weir/";

    /// How the names of index files end.
    public static final String SUFFIX = ".index";

    public ClassIndex {
        assets = List.copyOf(assets);
        checks = List.copyOf(checks);
        resources = List.copyOf(resources);
    }

    /// The checks with the prefix of the class, which all its assets share.
    public DeclaredChecks declaredChecks() {
        List<String> path =
                assets.isEmpty() ? List.of() : assets.getFirst().key().path();
        String prefix = path.isEmpty() ? "" : String.join("/", path.subList(0, path.size() - 1));
        return new DeclaredChecks(prefix, checks);
    }

    /// Where the index of a class is found on a class path, such as `META-INF/weir/com.acme.Flights.index`.
    public static String fileOf(String declaringClass) {
        return FOLDER + declaringClass + SUFFIX;
    }
}
