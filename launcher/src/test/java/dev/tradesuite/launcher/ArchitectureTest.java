package dev.tradesuite.launcher;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.tradesuite.test.SuiteArchitecture;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tradesuite.launcher");
    }

    @Test
    void packagesDoNotDependOnOneAnotherInCircles() {
        slices().matching("dev.tradesuite.launcher.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void onlyTheCommandsKnowTheCommandLine() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("dev.tradesuite.launcher.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(classes);
    }

    @Test
    void theRunKnowsNoSingleServer() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("dev.tradesuite.launcher.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tradesuite.launcher.postgres..",
                        "dev.tradesuite.launcher.kafka..",
                        "dev.tradesuite.launcher.issuer..",
                        "dev.tradesuite.launcher.host..",
                        "org.springframework..")
                .check(classes);
    }

    @Test
    void neitherTheLauncherNorALibraryNorAServiceSpeaksALanguage() {
        JavaClasses everything = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tradesuite");

        assertThat(List.of(
                        "dev.tradesuite.accounting",
                        "dev.tradesuite.quant",
                        "dev.tradesuite.support",
                        "dev.tradesuite.market",
                        "dev.tradesuite.launcher"))
                .allMatch(everything::containPackage);
        SuiteArchitecture.noLanguageIsSpoken().check(everything);
    }
}
