package dev.tradesuite.support.idempotency.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.Sha256;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.support.idempotency.KeyConflictException;
import dev.tradesuite.support.idempotency.RequestKey;
import dev.tradesuite.support.problem.ProblemException;
import java.security.Principal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that may carry an {@code Idempotency-Key}. */
public final class IdempotentAnswers {

    /** Header with the key. */
    public static final String KEY = "Idempotency-Key";

    /** Header of an answer that was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Idempotency idempotency;
    private final JsonMapper json;
    private final boolean required;

    /** @param required whether a request without a key is refused */
    public IdempotentAnswers(Idempotency idempotency, JsonMapper json, boolean required) {
        this.idempotency = idempotency;
        this.json = json;
        this.required = required;
    }

    /**
     * Answers with what the work returns, or with what it returned the first time.
     *
     * @param key from the header; absent without one
     * @param client who asks
     * @param operation what is asked for
     * @param request the rest of what is asked; another one under the same key is refused
     * @param work returns the answer as JSON
     * @throws ProblemException when the key is missing and required, is no key, stands for another request, or for one
     *     that is still running
     */
    public ResponseEntity<String> answer(
            @Nullable String key, Principal client, String operation, Object request, Function<Claim, String> work) {
        if (key == null) {
            if (required) {
                throw new ProblemException(
                        ProblemCode.IDEMPOTENCY_KEY_REQUIRED, "This installation asks for a key with " + operation);
            }
            return ok().body(work.apply(Claim.NONE));
        }
        if (!USABLE.matcher(key).matches()) {
            throw ProblemException.invalid(
                    List.of(new FieldError(KEY, "PATTERN", "expected 1 to 200 visible characters of ASCII", null)));
        }
        Idempotency.Answer answer = once(new RequestKey(client.getName(), key, fingerprint(operation, request)), work);
        return answer.replayed() ? ok().header(REPLAYED, "true").body(answer.body()) : ok().body(answer.body());
    }

    private Idempotency.Answer once(RequestKey key, Function<Claim, String> work) {
        try {
            return idempotency.once(key, work);
        } catch (KeyConflictException e) {
            ProblemCode code =
                    switch (e.kind()) {
                        case IN_USE -> ProblemCode.IDEMPOTENCY_KEY_IN_USE;
                        case REUSED -> ProblemCode.IDEMPOTENCY_KEY_REUSED;
                    };
            throw new ProblemException(code, String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity.BodyBuilder ok() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    }

    private String fingerprint(String operation, Object request) {
        return Sha256.hex(operation + json.writeValueAsString(request));
    }
}
