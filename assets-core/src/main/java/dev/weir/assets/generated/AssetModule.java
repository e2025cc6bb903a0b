package dev.weir.assets.generated;

import org.jspecify.annotations.Nullable;

/// Calls what one class declares, by number, without reflection. The processor writes one for each declaring class,
/// beside it and named after it: `FlightAssets_Weir`. The numbers are those in the index of the class.
public interface AssetModule {

    /// Makes a resource, a record of configuration, or an instance of the declaring class.
    Object construct(int factory, @Nullable Object[] arguments) throws Throwable;

    /// Calls the method of an asset or a check.
    ///
    /// @param instance the instance of the declaring class; null if the method is static
    @Nullable Object call(int method, @Nullable Object instance, @Nullable Object[] arguments) throws Throwable;

    RowCodec<?> codec(int row);
}
