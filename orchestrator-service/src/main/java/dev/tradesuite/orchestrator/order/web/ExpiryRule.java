package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of an order is ahead.
 *
 * <p>Asked when the work begins and not when the request is read: a repeat of a request whose time has passed meanwhile
 * is answered with what came of it.
 */
final class ExpiryRule {

    private ExpiryRule() {}

    /** @throws ProblemException when the end is not in the future */
    static void check(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw ProblemException.invalid(List.of(
                    new FieldError("expires_at", "OUT_OF_RANGE", "must be in the future", expiresAt.toString())));
        }
    }
}
