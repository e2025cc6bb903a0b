package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes an asset of a command in any language: an abstract method of an interface or class, whose parameters name what the command
/// reads. The command finds its inputs as files, writes its result as files into its staging folder, and reports metadata,
/// checks and log lines as messages; scripts that use the `dagster-pipes` package run unchanged.
///
/// The method returns a [Table] of a record (the command writes Parquet files), a `Path` (any file or folder), a small
/// value (it reports it), or nothing.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Command {

    /// The program and its arguments, such as `python train.py --depth 6`. Words are told apart by blanks; quotes and `\`
    /// keep them together as in a shell, but no shell runs it: variables and `|` mean nothing. Files of the project that
    /// are named here count as the asset's code.
    String value();

    /// Which file or folder in the staging folder is the result; by default all `*.parquet` of a table, and otherwise the
    /// one thing that is there.
    String result() default "";

    /// As which files it gets the tables that it reads.
    TableFormat tables() default TableFormat.PARQUET;

    /// Further files and folders of the project that count as the asset's code, such as modules that a script imports.
    String[] files() default {};

    /// Variables of the environment besides those that Weir's process has, such as `MODE=fast`. They count as code.
    String[] environment() default {};

    /// The working folder of the process, from the project's folder; by default that.
    String folder() default "";
}
