package dev.weir.assets;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Keeps the values of a record's component from pages: where others look at the data in a browser, `***` stands for them.
///
/// ```java
/// record Customer(long id, @Sensitive String name, @Sensitive LocalDate born) {}
/// ```
///
/// How many are null and how many differ is still told. It does not follow the values: what is made of them is another
/// column, to be marked where it is declared. The command line shows all values to whoever may read the files.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sensitive {}
