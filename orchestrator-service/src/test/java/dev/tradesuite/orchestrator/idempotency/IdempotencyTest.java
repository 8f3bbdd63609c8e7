package dev.tradesuite.orchestrator.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.orchestrator.idempotency.Idempotency.Answer;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final RequestKey KEY = new RequestKey("alice", "k1", "f1");

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private final MemoryKeys keys = new MemoryKeys();
    private final Idempotency idempotency = new Idempotency(keys, clock);
    private int worked;

    @Test
    void workIsDoneOnceAndItsAnswerRepeated() {
        assertThat(idempotency.once(KEY, this::work)).isEqualTo(new Answer("answer 1", false));
        assertThat(idempotency.once(KEY, this::work)).isEqualTo(new Answer("answer 1", true));
        assertThat(worked).isEqualTo(1);
    }

    @Test
    void otherRequestUnderTheSameKeyIsRefused() {
        idempotency.once(KEY, this::work);

        assertThatThrownBy(() -> idempotency.once(new RequestKey("alice", "k1", "f2"), this::work))
                .isInstanceOfSatisfying(KeyConflictException.class, conflict -> assertThat(conflict.kind())
                        .isEqualTo(KeyConflictException.Kind.REUSED));
    }

    @Test
    void keysOfOneClientMeanNothingToAnother() {
        idempotency.once(KEY, this::work);

        assertThat(idempotency
                        .once(new RequestKey("bob", "k1", "f1"), this::work)
                        .replayed())
                .isFalse();
    }

    @Test
    void workThatIsNotDoneYetIsAConflict() {
        idempotency.once(KEY, claim -> {
            claim.take(UUID.randomUUID());
            assertThatThrownBy(() -> idempotency.once(KEY, this::work))
                    .isInstanceOfSatisfying(KeyConflictException.class, conflict -> assertThat(conflict.kind())
                            .isEqualTo(KeyConflictException.Kind.IN_USE));
            claim.answer("done");
            return "done";
        });
    }

    @Test
    void whoeverComesSecondGetsTheAnswerOfTheFirst() {
        Answer second = idempotency.once(KEY, claim -> {
            // Another request takes the key and answers, between the look and the work.
            keys.insert(KEY, null, "the first one's", clock.instant());
            claim.take(UUID.randomUUID());
            return "never";
        });

        assertThat(second).isEqualTo(new Answer("the first one's", true));
    }

    @Test
    void workThatFailsBeforeItBeginsLeavesTheKeyFree() {
        assertThatThrownBy(() -> idempotency.once(KEY, _ -> {
                    throw new IllegalArgumentException("bad request");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(idempotency.once(KEY, this::work).replayed()).isFalse();
    }

    @Test
    void interruptedWorkIsAnsweredUnderItsSubject() {
        UUID order = UUID.randomUUID();
        assertThatThrownBy(() -> idempotency.once(KEY, claim -> {
                    claim.take(order);
                    throw new IllegalStateException("the service stops");
                }))
                .isInstanceOf(IllegalStateException.class);

        idempotency.answerInterrupted(order, "found out later");

        assertThat(idempotency.once(KEY, this::work)).isEqualTo(new Answer("found out later", true));
    }

    @Test
    void oldKeysAreForgotten() {
        idempotency.once(KEY, this::work);
        clock.advance(Duration.ofDays(8));

        assertThat(idempotency.forgetOlderThan(Duration.ofDays(7))).isEqualTo(1);
        assertThat(idempotency.once(KEY, this::work).replayed()).isFalse();
    }

    private String work(Claim claim) {
        worked++;
        claim.answer("answer " + worked);
        return "answer " + worked;
    }

    private static final class MemoryKeys implements KeyStore {

        private record Row(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {}

        private final Map<String, Row> rows = new HashMap<>();

        @Override
        public Optional<Entry> find(String client, String key) {
            return Optional.ofNullable(rows.get(client + key)).map(row -> new Entry(row.key.fingerprint(), row.answer));
        }

        @Override
        public boolean insert(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {
            return rows.putIfAbsent(key.client() + key.value(), new Row(key, subject, answer, at)) == null;
        }

        @Override
        public void answer(String client, String key, String answer) {
            rows.computeIfPresent(client + key, (_, row) -> new Row(row.key, row.subject, answer, row.at));
        }

        @Override
        public boolean answer(UUID subject, String answer) {
            boolean waiting = rows.values().stream().anyMatch(row -> subject.equals(row.subject) && row.answer == null);
            rows.replaceAll((_, row) -> subject.equals(row.subject) && row.answer == null
                    ? new Row(row.key, row.subject, answer, row.at)
                    : row);
            return waiting;
        }

        @Override
        public int forget(Instant before) {
            int size = rows.size();
            rows.values().removeIf(row -> row.at.isBefore(before));
            return size - rows.size();
        }
    }
}
