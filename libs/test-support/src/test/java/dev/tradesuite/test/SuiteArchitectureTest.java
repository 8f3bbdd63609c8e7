package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteArchitectureTest {

    private static final String TIDY = "dev.tradesuite.fixture.tidy";
    private static final String UNTIDY = "dev.tradesuite.fixture.untidy";
    private static final String MISNAMED = "dev.tradesuite.fixture.misnamed";

    /** There is no JPA on this class path to break it with; where a class belongs is looked at by itself. */
    private static final Set<String> NOT_BROKEN = Set.of(
            "entities stay in the store",
            "controllers are in web, listeners in messaging, calls in client, SQL and JPA in store");

    private static final JavaClasses TIDY_CLASSES = new ClassFileImporter().importPackages(TIDY);
    private static final JavaClasses UNTIDY_CLASSES = new ClassFileImporter().importPackages(UNTIDY);

    static List<ArchRule> tidyRules() {
        return SuiteArchitecture.rules(TIDY);
    }

    static List<ArchRule> untidyRules() {
        return SuiteArchitecture.rules(UNTIDY).stream()
                .filter(rule -> !NOT_BROKEN.contains(rule.getDescription()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tidyRules")
    void tidyServiceObeys(ArchRule rule) {
        assertThat(rule.evaluate(TIDY_CLASSES).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("untidyRules")
    void untidyServiceIsFound(ArchRule rule) {
        assertThat(rule.evaluate(UNTIDY_CLASSES).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Endpoint, CONTROLLER",
        "Rows, STORE",
        "Remote, CLIENT",
        "Announcer, PUBLISHER",
        "Wiring, CONFIG",
        "Options, SETTINGS"
    })
    void classWhoseNameDoesNotSayItsRoleIsNamed(String name, String role) {
        assertThat(details("one suffix per role"))
                .anySatisfy(detail -> assertThat(detail).endsWith("." + name + " is a " + role));
    }

    @Test
    void controllerOutsideOfWebIsNamed() {
        assertThat(details("controllers are in web"))
                .containsExactly(MISNAMED + ".check.LostController belongs in a package web");
    }

    private static List<String> details(String rule) {
        return SuiteArchitecture.rules(MISNAMED).stream()
                .filter(candidate -> candidate.getDescription().startsWith(rule))
                .findFirst()
                .orElseThrow()
                .evaluate(new ClassFileImporter().importPackages(MISNAMED))
                .getFailureReport()
                .getDetails();
    }
}
