package dev.tradesuite.support.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.sample.SampleApplication;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Two instances on the tables; the outbox of the service itself is stopped. */
@SuiteIntegrationTest(freshSchema = true)
@ContextConfiguration(classes = SampleApplication.class)
@DirtiesContext
class OutboxTableIT {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UnitOfWork work;

    @Autowired
    private Outbox outbox;

    private final UUID first = Ids.next();
    private final UUID second = Ids.next();

    @AfterEach
    void empty() {
        jdbc.sql("DELETE FROM event_publication").update();
        jdbc.sql("DELETE FROM event_publisher").update();
    }

    @Test
    void instanceSeesItsOwnMessagesInTheirOrderUntilTheyAreDeleted() {
        outbox.stop();
        OutboxTable table = table(first);
        OutboxMessage one = message("one", null);
        OutboxMessage two = message("two", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        table.insert(two);
        table.insert(one);

        assertThat(table.oldest(10)).containsExactly(one, two);
        assertThat(table.oldest(1)).containsExactly(one);
        assertThat(table(second).oldest(10)).isEmpty();

        table.delete(List.of(one.id()));
        assertThat(table.oldest(10)).containsExactly(two);
    }

    @Test
    void messagesAreTakenOverFromAnInstanceThatHasGoneOrIsSilent() {
        outbox.stop();
        OutboxTable table = table(first);
        OutboxTable other = table(second);
        OutboxMessage message = message("one", null);
        table.beat();
        table.insert(message);
        assertThat(other.adopt(true)).isFalse();

        jdbc.sql("UPDATE event_publisher SET beat_at = now() - interval '16 seconds'")
                .update();
        assertThat(other.adopt(false)).isFalse();
        assertThat(other.adopt(true)).isTrue();
        assertThat(other.oldest(10)).containsExactly(message);

        other.beat();
        assertThat(table.adopt(true)).isFalse();
        other.leave();
        assertThat(table.adopt(false)).isTrue();
        assertThat(table.oldest(10)).containsExactly(message);
    }

    @Test
    void ageIsThatOfTheDatabase() {
        outbox.stop();
        OutboxTable table = table(first);
        table.insert(message("one", null));
        assertThat(table.hasOlderThan(Duration.ofMinutes(1))).isFalse();

        jdbc.sql("UPDATE event_publication SET published_at = now() - interval '61 seconds'")
                .update();
        assertThat(table.hasOlderThan(Duration.ofMinutes(1))).isTrue();
    }

    private OutboxTable table(UUID owner) {
        return new JdbcOutboxTable(jdbc, work, owner, SILENCE);
    }

    private static OutboxMessage message(String value, @Nullable String trace) {
        return new OutboxMessage(Ids.next(), "sample.events", "key", value, trace);
    }
}
