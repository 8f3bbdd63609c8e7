package dev.tradesuite.brain.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.feed.MinuteCredits;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a source of its own. Whatever it counts on happens within less than the minute. */
@SuiteIntegrationTest
class MinuteCreditsIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UnitOfWork work;

    @Test
    void instancesShareTheCreditsOfASourceAndSourcesHaveTheirOwn() {
        MinuteCredits one = credits();
        MinuteCredits other = credits();

        assertThat(one.spend("shared", 5, 8)).isEqualTo(5);
        assertThat(other.spend("shared", 5, 8)).isEqualTo(3);
        assertThat(one.spend("shared", 1, 8)).isZero();
        assertThat(one.spend("another", 1, 8)).isEqualTo(1);
    }

    @Test
    void nothingWantedAndASmallerAccountSpendNothing() {
        assertThat(credits().spend("smaller", 0, 8)).isZero();
        assertThat(credits().spend("smaller", 8, 8)).isEqualTo(8);
        assertThat(credits().spend("smaller", 1, 2)).isZero();
    }

    @Test
    void creditsComeBackAfterAMinuteAndAreForgottenThen() {
        assertThat(credits().spend("old", 8, 8)).isEqualTo(8);
        jdbc.sql("UPDATE feed_credit SET spent_at = spent_at - interval '60 s' WHERE source = 'old'")
                .update();

        assertThat(credits().spend("old", 3, 8)).isEqualTo(3);
        assertThat(jdbc.sql("SELECT credits FROM feed_credit WHERE source = 'old'")
                        .query(Integer.class)
                        .list())
                .containsExactly(3);
    }

    @Test
    void whoSpendsAtOnceNeverSpendsMoreThanThereIs() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> three = () -> credits().spend("at-once", 3, 8);
            List<Integer> spent = threads.invokeAll(Collections.nCopies(8, three)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(spent).containsExactlyInAnyOrder(3, 3, 2, 0, 0, 0, 0, 0);
        }
    }

    private MinuteCredits credits() {
        return new JdbcMinuteCredits(jdbc, work);
    }
}
