package dev.tradesuite.support.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

/** One instance and several at once; what happens at the same time is written down step by step. */
class OutboxSenderTest {

    private final MemoryOutbox tables = new MemoryOutbox();
    private final List<String> topic = new ArrayList<>();
    private final Instance a = new Instance();
    private int made;

    @Test
    void messageGoesAtOnceAndLeavesTheTableWhenItHasArrived() {
        a.commit("1");
        a.commit("2");
        assertThat(tables.ids()).hasSize(2);

        a.producer.flush();
        a.sender.deleteSent();

        assertThat(topic).containsExactly("1", "2");
        assertThat(tables.ids()).isEmpty();
    }

    @Test
    void whatComesAfterAFailedMessageWaitsBehindIt() {
        a.producer.away = true;
        a.commit("1");
        a.producer.flush();
        a.producer.away = false;

        a.commit("2");
        a.producer.flush();
        assertThat(topic).isEmpty();

        a.catchUp();
        a.commit("3");
        a.producer.flush();

        assertThat(topic).containsExactly("1", "2", "3");
    }

    @Test
    void kafkaThatStaysAwayIsTriedAgainFromTheOldest() {
        a.producer.away = true;
        List.of("1", "2", "3").forEach(a::commit);
        a.catchUp();
        a.catchUp();
        assertThat(a.sender.isBehind()).isTrue();
        assertThat(tables.ids()).hasSize(3);

        a.producer.away = false;
        a.catchUp();

        assertThat(topic).containsExactly("1", "2", "3");
        assertThat(a.sender.isBehind()).isFalse();
    }

    @Test
    void topicThatKafkaDoesNotKnowIsToldOnce() {
        a.producer.away = true;
        a.commit("1");
        a.producer.flush();
        assertThat(a.sender.missedATopic()).as("Kafka was away, that is all").isFalse();

        a.producer.failure = new UnknownTopicOrPartitionException("orders.events");
        a.catchUp();
        assertThat(a.sender.missedATopic()).isTrue();
        assertThat(a.sender.missedATopic()).isFalse();

        a.producer.failure = new TimeoutException("Topic orders.events not present in metadata after 3000 ms.");
        a.catchUp();
        assertThat(a.sender.missedATopic()).isTrue();
    }

    @Test
    void messageWhoseTurnComesAfterItWasCaughtUpIsNotSentAgain() {
        a.sender.fallBehind();
        OutboxMessage second = a.insert("1");
        a.sender.catchUp();

        a.sender.send(second);
        a.sender.forgetCaughtUp();
        a.producer.flush();

        assertThat(topic).containsExactly("1");
    }

    @Test
    void messageOfALostCommitAnswerIsFoundByItsAge() {
        a.insert("1");
        tables.advance(Duration.ofMinutes(2));

        assertThat(a.table.hasOlderThan(Duration.ofMinutes(1))).isTrue();
        a.catchUp();

        assertThat(topic).containsExactly("1");
    }

    @Test
    void instanceThatStartsLeavesAloneWhatAnotherHasInFlight() {
        a.beat();
        a.commit("1");

        Instance b = new Instance();
        b.beat();
        b.catchUp();
        a.commit("2");
        a.producer.flush();
        b.catchUp();

        assertThat(topic).containsExactly("1", "2");
    }

    @Test
    void instancesThatLiveNeverTakeFromOneAnother() {
        Instance b = new Instance();
        a.producer.away = true;
        a.commit("1");
        a.producer.flush();
        for (int second = 0; second < 120; second += 2) {
            a.beat();
            b.beat();
            b.catchUp();
            tables.advance(Duration.ofSeconds(2));
        }
        assertThat(topic).isEmpty();

        a.producer.away = false;
        a.commit("2");
        a.catchUp();
        assertThat(topic).containsExactly("1", "2");
    }

    @Test
    void messagesOfADeadInstanceAreSentInTheirOrderByOneOther() {
        a.beat();
        a.insert("1");
        a.insert("2");
        Instance b = new Instance();
        Instance c = new Instance();
        int adoptions = 0;
        for (int second = 0; second < 20; second += 2) {
            adoptions += b.beat() ? 1 : 0;
            adoptions += c.beat() ? 1 : 0;
            tables.advance(Duration.ofSeconds(2));
        }

        b.catchUp();
        c.catchUp();

        assertThat(adoptions).isEqualTo(1);
        assertThat(topic).containsExactly("1", "2");
    }

    @Test
    void messagesOfAnInstanceThatHasStoppedAreTakenOverAtOnce() {
        a.beat();
        a.insert("1");
        a.table.leave();

        Instance b = new Instance();
        assertThat(b.beat()).isTrue();
        b.catchUp();

        assertThat(topic).containsExactly("1");
    }

    @Test
    void afterAnOutageOfTheDatabaseNobodyIsTakenForDead() {
        Instance b = new Instance();
        a.beat();
        b.beat();
        a.insert("1");
        tables.advance(Duration.ofMinutes(3));

        assertThat(b.beat()).isFalse();
        a.beat();
        tables.advance(Duration.ofSeconds(6));
        assertThat(b.beat()).isFalse();
        a.catchUp();

        assertThat(topic).containsExactly("1");
    }

    private final class Instance {

        private final OutboxTable table = tables.of(UUID.randomUUID());
        private final FakeProducer producer = new FakeProducer(topic);
        private final OutboxSender sender = new OutboxSender(table, producer, () -> {});
        private final Heartbeat heartbeat = new Heartbeat(table, MemoryOutbox.SILENCE, tables::nanoTime);

        OutboxMessage insert(String value) {
            OutboxMessage message = new OutboxMessage(new UUID(0, ++made), "topic", "key", value, null);
            table.insert(message);
            return message;
        }

        void commit(String value) {
            sender.send(insert(value));
        }

        boolean beat() {
            return heartbeat.beat();
        }

        void catchUp() {
            sender.catchUp();
            sender.forgetCaughtUp();
        }
    }
}
