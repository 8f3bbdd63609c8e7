package dev.tradesuite.signals;

import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.TestProcess;
import java.io.IOException;

/** signals-api-service in a process of its own. */
final class SignalsProcess {

    private SignalsProcess() {}

    /**
     * Starts one.
     *
     * @param name of its log
     * @param arguments of the service
     */
    static TestProcess start(String name, String... arguments) throws IOException {
        return TestProcess.start("signals-" + name, SignalsProcess.class, arguments);
    }

    /** The process. */
    public static void main(String... arguments) {
        TestProcess.serve(() -> SuiteApplication.run(SignalsApplication.class, "signals-api-service", arguments));
    }
}
