package dev.tradesuite.market;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tradesuite.market");

    @Test
    void portKnowsNoAdapterAndNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("dev.tradesuite.market")
                .and()
                .doNotHaveSimpleName("MarketSourceSettings")
                .and()
                .haveNameNotMatching(".*MarketSourceSettings\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tradesuite.market.*..", "tools.jackson..", "java.net.http..", "org.springframework..")
                .check(CLASSES);
    }

    @Test
    void onlyTheGammaAdapterCallsOut() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tradesuite.market.gamma")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(CLASSES);
    }

    @Test
    void simulatorReadsAndWritesNothing() {
        noClasses()
                .that()
                .resideInAPackage("dev.tradesuite.market.simulated")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..", "java.net..", "java.io..", "java.nio..", "java.util.concurrent..")
                .check(CLASSES);
    }

    @Test
    void timeOfDayComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }
}
