package dev.weir.materializer.version;

import dev.weir.assets.digest.Digest;

/// One immutable file of a version.
///
/// @param path below the root of the warehouse, with `/` between segments
/// @param sha256 of the bytes of the file
public record DataFile(String path, long bytes, long rows, Digest sha256) {

    /// How the names of files begin that hold rows which were put aside. Where a file's path goes, its role goes along.
    public static final String QUARANTINED = "quarantined-";

    /// How the names of files begin that say what a view is.
    public static final String VIEW = "view-";

    public boolean isQuarantined() {
        return isNamed(path, QUARANTINED);
    }

    public boolean isView() {
        return isOfView(path);
    }

    /// Whether the file with this path says what a view is.
    public static boolean isOfView(String path) {
        return isNamed(path, VIEW);
    }

    private static boolean isNamed(String path, String beginning) {
        return path.startsWith(beginning, path.lastIndexOf('/') + 1);
    }
}
