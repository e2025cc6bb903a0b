package dev.weir.assets.digest.code;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.DeclaredResource;
import dev.weir.assets.spec.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what the code of each asset is at: a digest that changes when what the asset computes may change, and stays when
/// only its text did.
///
/// Into it go the method and all user code it reaches (helpers, lambdas, records, initializers with the arguments of enum
/// constants, implementations of called interfaces; where the method looks at its object, the constructor of the class
/// and what makes its resources), an asset's query, how it is partitioned, what its parameters read and the columns it gives. Retries, limits of time,
/// owners, descriptions and checks do not; nor do the first and the last partition, as they change no other one.
///
/// What is only reached by reflection or kept in files is not seen. Keeps what it has read; one thread at a time.
public final class CodeDigests {

    // Changes whenever the same code gives another digest, so that all assets say why they are stale at once.
    static final int ALGORITHM = 2;

    private final UserClasses classes;
    private final Roots roots;
    private final Hasher hasher = new Hasher();

    /// @param resources who makes each type of resource, by its binary name
    public CodeDigests(ClassFiles files, Map<String, DeclaredResource> resources) {
        this.classes = new UserClasses(files);
        this.roots = new Roots(classes, resources);
    }

    /// @throws WeirException if a class file is damaged or of a later Java
    public CodeDigest of(AssetSpec asset) {
        Computation computation = asset.computation();
        if (computation.codeVersion().isPresent()) {
            return new CodeDigest(hasher.add("version")
                    .add(computation.codeVersion().get())
                    .finish());
        }
        return of(asset, reachedFrom(computation.declaringClass(), computation.method(), computation.parameters()));
    }

    /// The same for an asset that a provider has added.
    ///
    /// @param code where its code begins; empty for a query
    /// @param resources the binary names of what that code was given of the provider's resources
    public CodeDigest ofProvided(AssetSpec asset, Optional<CodeEntry> code, List<String> resources) {
        if (asset.computation().codeVersion().isPresent()) {
            return of(asset);
        }
        try {
            return of(asset, roots.reachedFrom(code, resources, asset.computation().parameters()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw unreadable(asset.computation().declaringClass(), asset.computation().method(), malformed);
        }
    }

    private CodeDigest of(AssetSpec asset, List<Digest> reached) {
        Computation computation = asset.computation();
        Digest rows = roots.rowsOf(asset.output());
        Optional<Digest> condition = computation
                .condition()
                .map(holds -> ofMethod(holds.declaringClass(), holds.method(), holds.parameters()));
        Optional<Digest> membership = computation.membership().map(member -> roots.recordCode(member.record()));
        hasher.add("asset").add(ALGORITHM).add(release(computation.declaringClass()));
        Declared declared = new Declared(hasher);
        declared.add(asset.partitions());
        declared.add(asset.output());
        computation.parameters().forEach(declared::add);
        hasher.add(computation.query().orElse(""));
        computation.command().ifPresent(declared::add);
        condition.ifPresent(hasher::add);
        if (computation.isExternal()) {
            hasher.add("external");
        }
        if (computation.isView()) {
            hasher.add("view");
        }
        if (membership.isPresent()) {
            hasher.add("component").add(computation.membership().get().component()).add(membership.get());
        }
        return new CodeDigest(add(reached).add(rows).finish());
    }

    /// Whether an asset's method or its condition looks at the object it is called on, and so at what its class was given.
    public boolean usesInstance(AssetSpec asset) {
        Computation computation = asset.computation();
        return roots.usesInstance(computation.declaringClass(), computation.method())
                || computation
                        .condition()
                        .filter(holds -> roots.usesInstance(holds.declaringClass(), holds.method()))
                        .isPresent();
    }

    /// What the code of a method that is no asset is at, such as a check's.
    public Digest ofMethod(String declaringClass, String method, List<Parameter> parameters) {
        List<Digest> reached = reachedFrom(declaringClass, method, parameters);
        hasher.add("method").add(ALGORITHM).add(release(declaringClass));
        Declared declared = new Declared(hasher);
        parameters.forEach(declared::add);
        return add(reached).finish();
    }

    private List<Digest> reachedFrom(String declaringClass, String method, List<Parameter> parameters) {
        try {
            return roots.reachedFrom(declaringClass, method, parameters);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw unreadable(declaringClass, method, malformed);
        }
    }

    private static WeirException unreadable(String declaringClass, String method, RuntimeException malformed) {
        return new WeirException(
                ProblemCode.MISSING_CLASSES,
                "What %s.%s calls cannot be read from its class files (%s): compile the project again, for Java %d or earlier"
                        .formatted(
                                declaringClass,
                                method,
                                malformed.getMessage(),
                                Runtime.version().feature()),
                malformed);
    }

    private Hasher add(List<Digest> digests) {
        hasher.add(digests.size());
        for (Digest digest : digests) {
            hasher.add(digest);
        }
        return hasher;
    }

    private int release(String declaringClass) {
        UserClass type = classes.find(declaringClass.replace('.', '/'));
        return type == null ? 0 : type.model().majorVersion();
    }
}
