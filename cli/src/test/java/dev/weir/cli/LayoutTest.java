package dev.weir.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The modules are layers: each uses those before it only.
class LayoutTest {

    /// Packages of the modules, the lowest first.
    private static final List<String> LAYERS = List.of(
            "dev.weir.partitions..",
            "dev.weir.assets..",
            "dev.weir.checks..",
            "dev.weir.materializer..",
            "dev.weir.metadata..",
            "dev.weir.lineageui..",
            "dev.weir.cli..");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.weir");

    @Test
    void aModuleUsesOnlyThoseBelow() {
        for (int layer = 0; layer < LAYERS.size() - 1; layer++) {
            String[] above = LAYERS.subList(layer + 1, LAYERS.size()).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(LAYERS.get(layer))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void viewsDoNotSeeTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("dev.weir.lineageui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.weir.metadata..")
                .check(CODE);
    }

    @Test
    void theProcessorIsSeenByTheCommandLineOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.weir.processor..", "dev.weir.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.weir.processor..")
                .check(CODE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.weir.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void theTestingKitIsSeenByNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.weir.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.weir.testing..")
                .check(CODE);
    }

    @Test
    void theTestingKitNeedsNeitherDatabaseNorCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("dev.weir.testing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.weir.metadata..", "dev.weir.lineageui..", "dev.weir.cli..", "dev.weir.processor..")
                .check(CODE);
    }

    @Test
    void theHttpServerIsSeenInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.weir.lineageui.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(CODE);
    }

    @Test
    void viewsKnowNothingOfHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.weir.lineageui.view..", "dev.weir.lineageui.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.weir.lineageui.api..", "dev.weir.lineageui.server..")
                .check(CODE);
    }

    @Test
    void micronautIsSeenAtTheEdgesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.weir.metadata..", "dev.weir.lineageui..", "dev.weir.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micronaut..")
                .check(CODE);
    }

    @Test
    void sqlIsSeenWhereDatabasesAreOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.weir.metadata..", "dev.weir.materializer.value..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CODE);
    }
}
