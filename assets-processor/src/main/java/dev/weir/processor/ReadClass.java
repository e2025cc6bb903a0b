package dev.weir.processor;

import dev.weir.assets.AssetKey;
import dev.weir.checks.index.ClassIndex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/// One declaring class as read.
///
/// @param declarations where each asset is declared; more than one where keys collide
/// @param failed assets that are declared, but wrongly; who reads them has no problem of its own
record ReadClass(
        TypeElement type,
        ClassIndex index,
        ModuleParts parts,
        Map<AssetKey, List<Declaration>> declarations,
        Set<AssetKey> failed,
        List<PlacedCheck> checks,
        List<Provision> provisions) {

    /// The method that makes an asset, and where that is declared.
    record Declaration(ExecutableElement method, Place place) {}

    /// A `@Provides` method.
    ///
    /// @param javaName the binary name of the type it provides
    record Provision(String javaName, ExecutableElement method) {}
}
