package dev.weir.lineageui.api;

import dev.weir.assets.problem.WeirException;

/// What a route does.
@FunctionalInterface
public interface Endpoint {
    /// @throws WeirException with all that is wrong with the call
    Reply answer(Call call);
}
