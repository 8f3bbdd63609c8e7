package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteArchitectureTest {

    private static final String TIDY = "dev.tradesuite.fixture.tidy";
    private static final String UNTIDY = "dev.tradesuite.fixture.untidy";

    /** There is no JPA on this class path to break it with. */
    private static final String NEEDS_JPA = "entities stay in the store";

    private static final JavaClasses TIDY_CLASSES = new ClassFileImporter().importPackages(TIDY);
    private static final JavaClasses UNTIDY_CLASSES = new ClassFileImporter().importPackages(UNTIDY);

    static List<ArchRule> tidyRules() {
        return SuiteArchitecture.rules(TIDY);
    }

    static List<ArchRule> untidyRules() {
        return SuiteArchitecture.rules(UNTIDY).stream()
                .filter(rule -> !rule.getDescription().equals(NEEDS_JPA))
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
}
