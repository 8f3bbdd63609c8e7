package dev.tradesuite.portfolio;

import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.TestProcess;
import java.io.IOException;

/** portfolio-service in a process of its own. */
final class PortfolioProcess {

    private PortfolioProcess() {}

    /**
     * Starts one.
     *
     * @param name of its log
     * @param arguments of the service
     */
    static TestProcess start(String name, String... arguments) throws IOException {
        return TestProcess.start("portfolio-" + name, PortfolioProcess.class, arguments);
    }

    /** The process. */
    public static void main(String... arguments) {
        TestProcess.serve(() -> SuiteApplication.run(PortfolioApplication.class, "portfolio-service", arguments));
    }
}
