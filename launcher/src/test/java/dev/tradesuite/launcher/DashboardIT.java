package dev.tradesuite.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard in a real browser against the whole suite: the tests are those of {@code dashboard/e2e}.
 *
 * <p>Where npm, the packages of the dashboard or Chromium are missing it is skipped, and says what.
 */
@Order(1)
class DashboardIT {

    @Test
    void itsTestsInTheBrowserPass(@TempDir Path folder) throws IOException, InterruptedException {
        BrowserTests.assumePossible();
        try (SuiteProcess suite = new SuiteProcess(folder).up()) {
            BrowserTests.pass(suite, folder, Map.of());
        }
    }
}
