package dev.tradesuite.brain;

import dev.tradesuite.test.SuiteArchitecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theServiceObeysTheRulesOfTheSuite() {
        return SuiteArchitecture.of("dev.tradesuite.brain");
    }
}
