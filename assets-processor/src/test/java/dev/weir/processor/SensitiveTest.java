package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.spec.RowType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `@Sensitive` on components of records.
class SensitiveTest {

    private static final String SOURCE = """
        package com.acme;
        import dev.weir.assets.*;
        import java.math.BigDecimal;
        import java.util.*;
        class A {
            record Address(@Sensitive String street, String city) {}
            record Customer(
                    long id,
                    @Sensitive String lastName,
                    @Sensitive @Decimal(scale = 2) BigDecimal income,
                    @Sensitive int age,
                    Address home,
                    Map<String, List<Address>> others,
                    List<String> hobbies) {}
            record Name(@Sensitive String lastName) {}
            @Asset List<Customer> customers() { return List.of(); }
            @Asset List<Name> names(Table<Name> customers) { return List.of(); }
            @Asset Name newest(Table<?> customers) { return new Name("a"); }
        }
        """;

    @TempDir
    Path output;

    private RowType row(int asset, String source) {
        return new Javac(output)
                .compile(source)
                .successfully()
                .index("com.acme.A")
                .assets()
                .get(asset)
                .output()
                .row()
                .orElseThrow();
    }

    @Test
    void theIndexNamesTheColumnsAndThoseThatHoldSuch() {
        assertThat(row(0, SOURCE).sensitive()).containsExactly("age", "home", "income", "last_name", "others");
        assertThat(row(1, SOURCE).sensitive()).containsExactly("last_name");
        assertThat(row(2, SOURCE).sensitive()).containsExactly("last_name");
    }

    @Test
    void theColumnsAreThoseTheyWouldBeWithoutIt() {
        RowType open = row(0, SOURCE.replace("@Sensitive", ""));

        assertThat(open.sensitive()).isEmpty();
        assertThat(row(0, SOURCE).schema()).isEqualTo(open.schema());
    }
}
