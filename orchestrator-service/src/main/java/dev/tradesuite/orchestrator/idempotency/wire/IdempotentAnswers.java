package dev.tradesuite.orchestrator.idempotency.wire;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.idempotency.Claim;
import dev.tradesuite.orchestrator.idempotency.Idempotency;
import dev.tradesuite.orchestrator.idempotency.RequestKey;
import dev.tradesuite.support.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
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
        Idempotency.Answer answer =
                idempotency.once(new RequestKey(client.getName(), key, fingerprint(operation, request)), work);
        return answer.replayed() ? ok().header(REPLAYED, "true").body(answer.body()) : ok().body(answer.body());
    }

    private static ResponseEntity.BodyBuilder ok() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    }

    private String fingerprint(String operation, Object request) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(operation.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash.digest(json.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
