package dev.tradesuite.support.idempotency.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.support.idempotency.KeyStore;
import dev.tradesuite.support.idempotency.RequestKey;
import dev.tradesuite.support.problem.ProblemException;
import dev.tradesuite.test.FixedClock;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class IdempotentAnswersTest {

    private static final Principal ALICE = () -> "alice";

    private final Keys keys = new Keys();
    private final IdempotentAnswers answers = answers(false);
    private int worked;

    @Test
    void repeatGetsTheFirstAnswerAndIsToldSo() {
        ResponseEntity<String> first = answers.answer("k1", ALICE, "execute", 7, this::work);
        ResponseEntity<String> second = answers.answer("k1", ALICE, "execute", 7, this::work);

        assertThat(first.getBody()).isEqualTo("answer 1");
        assertThat(first.getHeaders().getFirst(IdempotentAnswers.REPLAYED)).isNull();
        assertThat(second.getBody()).isEqualTo("answer 1");
        assertThat(second.getHeaders().getFirst(IdempotentAnswers.REPLAYED)).isEqualTo("true");
    }

    @Test
    void otherBodyAndOtherOperationUnderTheSameKeyAreRefused() {
        answers.answer("k1", ALICE, "execute", 7, this::work);

        assertThat(problem(() -> answers.answer("k1", ALICE, "execute", 8, this::work)))
                .isEqualTo(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(problem(() -> answers.answer("k1", ALICE, "close", 7, this::work)))
                .isEqualTo(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void repeatOfARequestThatIsStillRunningIsAConflict() {
        Function<Claim, String> unfinished = claim -> {
            claim.take(UUID.randomUUID());
            assertThat(problem(() -> answers.answer("k1", ALICE, "execute", 7, this::work)))
                    .isEqualTo(ProblemCode.IDEMPOTENCY_KEY_IN_USE);
            return "accepted";
        };

        assertThat(answers.answer("k1", ALICE, "execute", 7, unfinished).getBody())
                .isEqualTo("accepted");
        assertThat(worked).isZero();
    }

    @Test
    void withoutAKeyEveryRequestIsANewOne() {
        answers.answer(null, ALICE, "execute", 7, this::work);

        assertThat(answers.answer(null, ALICE, "execute", 7, this::work).getBody())
                .isEqualTo("answer 2");
        assertThat(keys.rows).isEmpty();
    }

    @Test
    void missingKeyIsRefusedWhereOneIsRequired() {
        assertThat(problem(() -> answers(true).answer(null, ALICE, "execute", 7, this::work)))
                .isEqualTo(ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
        assertThat(worked).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "clé"})
    void keyOfOtherCharactersIsRefused(String key) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> answers.answer(key, ALICE, "execute", 7, this::work))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("Idempotency-Key"));
    }

    private IdempotentAnswers answers(boolean required) {
        Idempotency idempotency = new Idempotency(keys, _ -> Optional.empty(), FixedClock.at("2026-01-05T10:00:00Z"));
        return new IdempotentAnswers(idempotency, JsonMapper.shared(), required);
    }

    private String work(Claim claim) {
        worked++;
        claim.answer("answer " + worked);
        return "answer " + worked;
    }

    private static ProblemCode problem(Runnable request) {
        try {
            request.run();
        } catch (ProblemException e) {
            return e.code();
        }
        throw new AssertionError("no problem");
    }

    private static final class Keys implements KeyStore {

        private final Map<String, Entry> rows = new HashMap<>();

        @Override
        public Optional<Entry> find(String client, String key) {
            return Optional.ofNullable(rows.get(client + key));
        }

        @Override
        public boolean insert(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at) {
            return rows.putIfAbsent(key.client() + key.value(), new Entry(key.fingerprint(), subject, answer)) == null;
        }

        @Override
        public void answer(String client, String key, String answer) {
            rows.computeIfPresent(client + key, (_, entry) -> new Entry(entry.fingerprint(), entry.subject(), answer));
        }

        @Override
        public boolean answer(UUID subject, String answer) {
            return false;
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }
}
