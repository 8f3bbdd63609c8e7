package dev.tradesuite.support.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.support.idempotency.Idempotency.Answer;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final RequestKey KEY = new RequestKey("alice", "k1", "f1");

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private final Map<UUID, String> stored = new HashMap<>();
    private final TransactionalKeys keys = new TransactionalKeys();
    private final Idempotency idempotency =
            new Idempotency(keys, subject -> Optional.ofNullable(stored.get(subject)), clock);
    private final AtomicInteger done = new AtomicInteger();
    private int worked;

    @Test
    void workIsDoneOnceAndItsAnswerRepeated() {
        assertThat(idempotency.once(KEY, this::work)).isEqualTo(new Answer("answer 1", false));
        assertThat(idempotency.once(KEY, this::work)).isEqualTo(new Answer("answer 1", true));
        assertThat(worked).isEqualTo(1);
    }

    @Test
    void answerThatIsStoredWithItsSubjectIsNotLeftAgain() {
        UUID subject = UUID.randomUUID();
        idempotency.once(KEY, claim -> {
            claim.take(subject);
            return "first";
        });
        assertThatThrownBy(() -> idempotency.once(KEY, this::work))
                .as("not done yet")
                .isInstanceOf(KeyConflictException.class);

        stored.put(subject, "stored");

        assertThat(idempotency.once(KEY, this::work)).isEqualTo(new Answer("stored", true));
        assertThat(worked).isZero();
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
    void outcomeOfTheFirstCountsMoreThanWhyTheSecondIsRefused() {
        Answer second = idempotency.once(KEY, _ -> {
            // The first one closes the position, between the look and the work.
            keys.insert(KEY, null, "closed", clock.instant());
            throw new IllegalArgumentException("there is no position any more");
        });

        assertThat(second).isEqualTo(new Answer("closed", true));
    }

    @Test
    void secondThatIsRefusedWhileTheFirstIsAtItIsToldThatItIsRunning() {
        assertThatThrownBy(() -> idempotency.once(KEY, _ -> {
                    keys.insert(KEY, UUID.randomUUID(), null, clock.instant());
                    throw new IllegalArgumentException("there is no position any more");
                }))
                .isInstanceOfSatisfying(KeyConflictException.class, conflict -> assertThat(conflict.kind())
                        .isEqualTo(KeyConflictException.Kind.IN_USE));
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
    void answerThatWasGivenStaysWhenTheWorkIsTakenForInterrupted() {
        UUID order = UUID.randomUUID();
        idempotency.once(KEY, claim -> {
            claim.take(order);
            claim.answer("filled");
            return "filled";
        });

        idempotency.answerInterrupted(order, "unknown");

        assertThat(idempotency.once(KEY, this::work)).isEqualTo(new Answer("filled", true));
    }

    @Test
    void whoeverWaitsForTheFirstToBeginIsToldThatItIsRunning() {
        assertThat(secondDuring(KEY, claim -> claim.take(UUID.randomUUID()), () -> {}))
                .isEqualTo(KeyConflictException.Kind.IN_USE);
    }

    @Test
    void whoeverWaitsForTheFirstToAnswerGetsThatAnswer() {
        assertThat(secondDuring(KEY, claim -> claim.answer("the first one's"), () -> {}))
                .isEqualTo(new Answer("the first one's", true));
    }

    @Test
    void otherRequestThatWaitsForTheFirstIsRefused() {
        assertThat(secondDuring(
                        new RequestKey("alice", "k1", "f2"), claim -> claim.answer("the first one's"), () -> {}))
                .isEqualTo(KeyConflictException.Kind.REUSED);
    }

    @Test
    void whoeverWaitsForATransactionThatRollsBackDoesTheWork() {
        Runnable rollBack = () -> {
            throw new IllegalStateException("the connection broke");
        };

        assertThat(secondDuring(KEY, claim -> claim.take(UUID.randomUUID()), rollBack))
                .isEqualTo(new Answer("answer 1", false));
    }

    @Test
    void ofManyAtOnceOneDoesTheWork() {
        List<CompletableFuture<Object>> all = IntStream.range(0, 32)
                .mapToObj(_ -> outcome(
                        KEY,
                        claim -> keys.inTransaction(() -> {
                            claim.answer("the answer");
                            done.incrementAndGet();
                            return "the answer";
                        })))
                .toList();

        assertThat(all).allSatisfy(outcome -> assertThat(outcome.join())
                .isIn(new Answer("the answer", false), new Answer("the answer", true)));
        assertThat(done).hasValue(1);
    }

    @Test
    void oldKeysAreForgotten() {
        idempotency.once(KEY, this::work);
        clock.advance(Duration.ofDays(8));

        assertThat(idempotency.forgetOlderThan(Duration.ofDays(7))).isEqualTo(1);
        assertThat(idempotency.once(KEY, this::work).replayed()).isFalse();
    }

    /**
     * What a second request gets that wants to begin while the transaction of the first is open.
     *
     * @param first what the first request writes in that transaction
     * @param end how the transaction ends; commits when it returns
     */
    private Object secondDuring(RequestKey second, Consumer<Claim> first, Runnable end) {
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Object> firstOutcome = outcome(
                KEY,
                claim -> keys.inTransaction(() -> {
                    first.accept(claim);
                    written.countDown();
                    keys.awaitWaiting();
                    end.run();
                    return "the first one's";
                }));
        CompletableFuture<Object> secondOutcome = outcome(second, claim -> {
            join(written);
            return keys.inTransaction(() -> work(claim));
        });
        Object outcome = secondOutcome.join();
        firstOutcome.join();
        return outcome;
    }

    /** What a request that runs on a thread of its own gets: an answer, or what is wrong. */
    private CompletableFuture<Object> outcome(RequestKey key, Function<Claim, String> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return idempotency.once(key, work);
                    } catch (KeyConflictException e) {
                        return e.kind();
                    } catch (IllegalStateException e) {
                        return String.valueOf(e.getMessage());
                    }
                },
                Thread::startVirtualThread);
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String work(Claim claim) {
        worked++;
        claim.answer("answer " + worked);
        return "answer " + worked;
    }
}
