package dev.weir.checks.index;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Carries the index of one class into the compilation of others. Written by the processor, on a type of its own in the
/// package [#PACKAGE] for each declaring class: a compiler can list the types of a package over all jars, but not the
/// files of a folder.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface IndexedClass {

    String PACKAGE = "dev.weir.index";

    /// The binary name of the declaring class.
    String name();

    /// The bytes of the index in Base64, cut where a class file would not hold more in one constant.
    String[] index();
}
