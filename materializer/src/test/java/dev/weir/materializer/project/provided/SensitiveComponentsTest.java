package dev.weir.materializer.project.provided;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.Sensitive;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SensitiveComponentsTest {

    record Address(@Sensitive String street, String city) {}

    record Customer(
            long id, @Sensitive String lastName, Address home, Map<String, List<Address>> others, List<String> hobbies) {}

    @Test
    void recordsOfProvidersAreReadAsTheProcessorReadsThem() {
        assertThat(SensitiveComponents.of(Customer.class)).containsExactly("home", "last_name", "others");
        assertThat(SensitiveComponents.of(Address.class)).containsExactly("street");
    }
}
