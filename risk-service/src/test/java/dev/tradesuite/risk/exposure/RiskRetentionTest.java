package dev.tradesuite.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.risk.check.TestAccount;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RiskRetentionTest {

    private static final RiskRetention.Kept KEPT =
            new RiskRetention.Kept(Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(400));

    private final TestReservations test = new TestReservations();

    @Test
    void everyTableIsKeptAsLongAsItIsSaid() {
        new RiskRetention(test.store, test.risk.accounts, test.risk.states, KEPT, test.risk.clock).forget();

        assertThat(test.store.forgotten).containsExactly(before(90), before(7));
        assertThat(test.risk.accounts.forgotten).containsExactly(before(400));
        assertThat(test.risk.states.forgotten).containsExactly(before(400));
    }

    private static Instant before(int days) {
        return TestAccount.NOW.minus(Duration.ofDays(days));
    }
}
