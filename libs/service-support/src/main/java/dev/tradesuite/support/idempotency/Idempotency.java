package dev.tradesuite.support.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Does the work of a key once, however often and from wherever at the same time it is asked for. */
public final class Idempotency {

    private final KeyStore store;
    private final StoredAnswers answers;
    private final Clock clock;

    /** @param answers those that are kept elsewhere, under the subject of their key */
    public Idempotency(KeyStore store, StoredAnswers answers, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param body what is answered
     * @param replayed whether it is the answer of an earlier request
     */
    public record Answer(String body, boolean replayed) {}

    /**
     * Does the work, unless it was done before. The outcome of a key counts more than the state of the moment: whoever
     * refuses the work while another request does it is not heard.
     *
     * @param work gets the claim to take and to answer; returns the answer
     * @throws KeyConflictException when the key stands for other work, or for work that is not done yet
     */
    public Answer once(RequestKey key, Function<Claim, String> work) {
        Optional<Answer> earlier = earlier(key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        KeyedClaim claim = new KeyedClaim(key);
        try {
            return new Answer(work.apply(claim), false);
        } catch (KeyTakenException _) {
            return earlier(key)
                    .orElseThrow(() -> new KeyConflictException(KeyConflictException.Kind.IN_USE, key.value()));
        } catch (RuntimeException refused) {
            // Another request with the key may have changed what this one was refused for; then its outcome counts.
            if (claim.taken) {
                throw refused;
            }
            return earlier(key).orElseThrow(() -> refused);
        }
    }

    /** Leaves the answer of a request that was interrupted; nothing happens when nobody waits for one. */
    public void answerInterrupted(UUID subject, String answer) {
        store.answer(subject, answer);
    }

    /** Forgets keys older than this; a repeat after that is a new request. */
    public int forgetOlderThan(Duration age) {
        return store.forget(clock.instant().minus(age));
    }

    private Optional<Answer> earlier(RequestKey key) {
        Optional<KeyStore.Entry> found = store.find(key.client(), key.value());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        KeyStore.Entry entry = found.get();
        if (!entry.fingerprint().equals(key.fingerprint())) {
            throw new KeyConflictException(KeyConflictException.Kind.REUSED, key.value());
        }
        String answer = answer(entry)
                .orElseThrow(() -> new KeyConflictException(KeyConflictException.Kind.IN_USE, key.value()));
        return Optional.of(new Answer(answer, true));
    }

    private Optional<String> answer(KeyStore.Entry entry) {
        if (entry.answer() != null) {
            return Optional.of(entry.answer());
        }
        return entry.subject() == null ? Optional.empty() : answers.find(entry.subject());
    }

    private final class KeyedClaim implements Claim {

        private final RequestKey key;
        private boolean taken;

        KeyedClaim(RequestKey key) {
            this.key = key;
        }

        @Override
        public void take(UUID subject) {
            if (!store.insert(key, subject, null, clock.instant())) {
                throw new KeyTakenException();
            }
            taken = true;
        }

        @Override
        public void answer(String answer) {
            if (taken) {
                store.answer(key.client(), key.value(), answer);
            } else if (!store.insert(key, null, answer, clock.instant())) {
                throw new KeyTakenException();
            }
        }
    }
}
