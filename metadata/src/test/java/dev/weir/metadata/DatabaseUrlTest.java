package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.WeirException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/weir,                               jdbc:postgresql://db/weir",
        "jdbc:postgresql://db:5432/weir?user=ana,                 jdbc:postgresql://db:5432/weir?user=ana",
        "jdbc:postgresql://db/weir?password=canary&user=ana,      jdbc:postgresql://db/weir?password=***&user=ana",
        "jdbc:postgresql://db/weir?sslPassword=canary,            jdbc:postgresql://db/weir?sslPassword=***",
        "jdbc:mysql://db/weir?user=ana;password=canary,           jdbc:mysql://db/weir?user=ana;password=***",
        "postgres://ana:canary@db/weir,                           postgres://ana:***@db/weir",
        "jdbc:postgresql://ana:can@ary@db/weir?password=canary,   jdbc:postgresql://ana:***@db/weir?password=***",
        "jdbc:postgresql://ana:can/a?ry@db/weir,                  jdbc:postgresql://ana:***@db/weir",
        "jdbc:postgresql://ana@db/weir,                           jdbc:postgresql://ana@db/weir",
        "canary,                                                  canary",
    })
    void itPrintsWithoutAPassword(String written, String printed) {
        assertThat(new DatabaseUrl(written)).hasToString(printed);
    }

    @Test
    void thePasswordIsTheOneThatIsSent() {
        assertThat(new DatabaseUrl("jdbc:postgresql://db/weir?password=a%26b&user=ana").password()).contains("a&b");
        assertThat(new DatabaseUrl("jdbc:postgresql://db/weir?password=100%").password()).contains("100%");
        assertThat(new DatabaseUrl("jdbc:postgresql://db/weir?user=ana").password()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://ana:canary@db/weir,                      postgres://ana:***@db/weir",
        "jdbc:mysql://db/weir?password=canary,               jdbc:mysql://db/weir?password=***",
        "jdbc:postgresql://ana:canary@db/weir,               jdbc:postgresql://ana:***@db/weir",
        "jdbc:postgresql://ana:can@ary@db/weir,              jdbc:postgresql://ana:***@db/weir",
        "jdbc:postgresql://db:port/weir?password=canary,     jdbc:postgresql://db:port/weir?password=***",
        "jdbc:postgresql:weir?password=canary%zz,            jdbc:postgresql:weir?password=***",
    })
    void whatIsNoDatabaseIsRefusedWithoutAPassword(String written, String printed) {
        assertThatThrownBy(() -> Database.open(written, "shop"))
                .isInstanceOf(WeirException.class)
                .hasMessage("'%s' is no database Weir can use: write jdbc:postgresql://host/database?user=…&password=…"
                        .formatted(printed));
    }
}
