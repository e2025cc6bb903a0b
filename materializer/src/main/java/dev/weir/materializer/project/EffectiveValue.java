package dev.weir.materializer.project;

/// A value that holds, and who says so.
///
/// @param name its keys joined with dots, such as `config.thresholds.outlier`
/// @param value a text, a number, a boolean, or a list of texts; `***` for a secret
/// @param origin such as `weir.yaml:12`, `--config`, `default in code`, `code`, `environment` or `default`
public record EffectiveValue(String name, Object value, String origin) {

    /// Stands for a secret that is there.
    public static final String MASKED = "***";

    /// Nobody says anything.
    public static final String DEFAULT = "default";
}
