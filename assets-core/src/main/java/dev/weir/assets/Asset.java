package dev.weir.assets;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a data asset. The parameters of the method are the assets it reads, its return value is the data it
/// produces.
///
/// Every parameter is an asset, found by its name in snake_case, except `TimeWindow`, `PartitionKey`, [Staging],
/// [Log], [Wanted] and parameters marked [Config] or [Previous]. The method may return a [Table], a `List` or a `Stream` of a record,
/// an [Output] around one of them, a small value stored as JSON, or nothing.
///
/// On a component of the record that a [MultiAsset] method gives, it says what one of its assets is.
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Asset {

    /// The name of the asset; by default the method's name in snake_case: `dailyDelays` declares `daily_delays`.
    String name() default "";

    /// What the asset is, in one sentence.
    String description() default "";

    /// The group it belongs to; by default its class's.
    String group() default "";

    /// Who looks after it, such as `team:ops` or `ana@example.org`; by default its class's.
    String[] owners() default {};

    /// Labels to select by, `key=value` or just `key`.
    String[] tags() default {};

    /// What it is made of or with, such as `sql` or `parquet`; shown as badges.
    String[] kinds() default {};

    /// What to do when the method throws; by default what its class or weir.yaml says, else no retry. `@Retry(max = 0)`
    /// is no retry whatever they say.
    Retry[] retry() default {};

    /// How long one attempt may take, such as `10m`; by default what its class or weir.yaml says, else no limit. `none` is
    /// no limit whatever they say.
    String timeout() default "";

    /// A pool of weir.yaml, of which no more than so many steps are at work at once; by default what its class or weir.yaml
    /// says, else none. `none` is no pool whatever they say.
    String pool() default "";

    /// Which old versions are kept for their own sake: `last 30`, `90 days`, `6 months`, `2 years` or `all`; by default what its
    /// class or weir.yaml says, else all. What something kept was made of is kept whatever this says.
    String keep() default "";

    /// Replaces the digest of the code by a version of the author's own.
    String codeVersion() default "";

    /// Assets that must be up to date first although this one does not read them.
    String[] after() default {};
}
