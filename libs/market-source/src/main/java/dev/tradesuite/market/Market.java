package dev.tradesuite.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question with outcomes whose shares pay 1 USD when they come true.
 *
 * @param id at the venue
 * @param eventId event it belongs to
 * @param question what it asks
 * @param outcomes at least two, in the venue's order: of a yes-or-no market YES comes first
 * @param liquidity resting orders, USD
 * @param volume traded since it was opened, USD
 * @param tradable whether an order would be taken at {@code at}: active, not closed, the order book open, the end not
 *     passed and no winner known
 * @param endsAt when it is to end; absent when the venue does not say
 * @param winner name of the outcome that came true; absent until the venue has resolved the market
 * @param at when this was true
 */
public record Market(
        String id,
        String eventId,
        String question,
        List<Outcome> outcomes,
        BigDecimal liquidity,
        BigDecimal volume,
        boolean tradable,
        @Nullable Instant endsAt,
        @Nullable String winner,
        Instant at) {

    public Market {
        outcomes = List.copyOf(outcomes);
    }

    /** The outcome of that name, upper and lower case alike. */
    public Optional<Outcome> outcome(String name) {
        return outcomes.stream()
                .filter(outcome -> outcome.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether the venue has said which outcome came true. */
    public boolean resolved() {
        return winner != null;
    }
}
