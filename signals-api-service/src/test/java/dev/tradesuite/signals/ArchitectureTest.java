package dev.tradesuite.signals;

import dev.tradesuite.test.SuiteArchitecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> rules() {
        return SuiteArchitecture.of("dev.tradesuite.signals");
    }
}
