package dev.tradesuite.benchmarks.faults.check;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client was told about a request.
 *
 * @param kind what was asked for
 * @param key its {@code Idempotency-Key}, or the id of an alert
 * @param answered whether there was an answer in the end; without one it may have been done or not
 * @param subject order or cash flow of the answer; absent when nothing was done
 * @param filledLots lots the answer says are filled, 0 for none
 */
public record Receipt(Kind kind, String key, boolean answered, @Nullable UUID subject, BigDecimal filledLots) {

    /** Kinds of requests that change the books of an account. */
    public enum Kind {
        ORDER,
        CASH_FLOW
    }
}
