package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.spec.DeclaredResource;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec.Making;
import dev.weir.checks.index.ClassIndex;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void aProvidedResourceIsTakenBeforeAConstructedOne() {
        ResourceSpec constructed = resource("Archive", Making.CONSTRUCTOR);
        ResourceSpec provided = resource("Archive", Making.PROVIDES);

        Catalog catalog = Catalog.of(List.of(index("A", constructed), index("B", provided), index("C", constructed)));

        assertThat(catalog.find("Archive")).contains(new DeclaredResource("B", provided));
        assertThat(catalog.problems()).isEmpty();
    }

    @Test
    void twoThatProvideTheSameAreRefused() {
        Catalog catalog = Catalog.of(List.of(
                index("A", resource("Archive", Making.PROVIDES)), index("B", resource("Archive", Making.PROVIDES))));

        assertThat(catalog.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Archive is provided twice: by a method of A and by one of B. Take one of them away.");
    }

    @Test
    void aResourceThatNothingMakesIsNamedWithWhoAsksForIt() {
        Catalog catalog = Catalog.of(List.of(index("A", resource("A", Making.CONSTRUCTOR, "Archive"))));

        assertThat(catalog.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "A asks for Archive, which nothing makes: write a method marked @Provides that gives one");
    }

    @Test
    void resourcesThatAskForEachOtherAreToldOnceAsACircle() {
        Catalog catalog = Catalog.of(List.of(
                index("A", resource("A", Making.CONSTRUCTOR, "B"), resource("B", Making.CONSTRUCTOR, "C", "D")),
                index("C", resource("C", Making.CONSTRUCTOR, "B"), resource("D", Making.CONSTRUCTOR))));

        assertThat(catalog.problems())
                .extracting(Problem::message)
                .containsExactly("B asks for C asks for B: no one of them can be made first");
    }

    private static ClassIndex index(String declaringClass, ResourceSpec... resources) {
        return new ClassIndex(declaringClass, declaringClass + "_Weir", "", List.of(), List.of(), List.of(resources));
    }

    private static ResourceSpec resource(String javaName, Making making, String... wanted) {
        return new ResourceSpec(
                javaName,
                making,
                0,
                Stream.of(wanted).<Argument>map(Argument.OfResource::new).toList());
    }
}
