package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes an asset of a query alone: an abstract method of an interface or class, whose parameters name the tables the query
/// reads. `weir validate` checks columns and types on empty tables.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Query {

    /// The select statement, in DuckDB's dialect.
    String value();
}
