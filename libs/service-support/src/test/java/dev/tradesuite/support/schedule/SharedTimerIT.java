package dev.tradesuite.support.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.sample.SampleApplication;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Two instances with one table. */
@SuiteIntegrationTest
@ContextConfiguration(classes = SampleApplication.class)
class SharedTimerIT {

    private static final Duration OFTEN = Duration.ofMillis(100);

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @BeforeEach
    void table() {
        jdbc.sql(
                        """
                        CREATE TABLE sample_schedule (
                            task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
                            execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
                            last_success timestamptz, last_failure timestamptz, consecutive_failures integer,
                            last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                            PRIMARY KEY (task_name, task_instance))
                        """)
                .update();
    }

    @AfterEach
    void drop() {
        jdbc.sql("DROP TABLE sample_schedule").update();
    }

    @Test
    void oneInstanceAtATimeDoesItAndAFailureIsTriedAgain() {
        SharedTimer one = timer(true);
        SharedTimer other = timer(true);
        one.start();
        other.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> done.get() >= 5);
        } finally {
            one.stop();
            other.stop();
        }
        assertThat(mostAtOnce).hasValue(1);
        assertThat(one.isRunning()).isFalse();
        int before = done.get();
        assertThat(jdbc.sql("SELECT count(*) FROM sample_schedule WHERE NOT picked")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        other.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> done.get() > before);
        } finally {
            other.stop();
        }
    }

    @Test
    void whoTakesNoPartDoesNotStartByItself() {
        assertThat(timer(true).isAutoStartup()).isTrue();
        assertThat(timer(false).isAutoStartup()).isFalse();
    }

    private SharedTimer timer(boolean isEnabled) {
        Clock clock = Clock.systemUTC();
        return new SharedTimer(
                database,
                new SharedTimer.Place("sample", "sample_schedule", isEnabled, OFTEN, Duration.ofSeconds(5)),
                List.of(SharedTask.every("sample", OFTEN, this::work, clock)),
                clock);
    }

    private void work() {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            Thread.sleep(50);
            if (done.incrementAndGet() == 2) {
                throw new IllegalStateException("the second time it fails");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            atOnce.decrementAndGet();
        }
    }
}
