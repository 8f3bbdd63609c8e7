package dev.tradesuite.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question with outcomes whose shares pay 1 USD when they come true, or what the venue resolves them to.
 *
 * @param id at the venue
 * @param eventId event it belongs to
 * @param question what it asks
 * @param outcomes at least two, in the venue's order: of a yes-or-no market YES comes first
 * @param liquidity resting orders, USD
 * @param volume traded since it was opened, USD
 * @param tradable whether an order would be taken at {@code at}: active, not closed, the order book open, the end not
 *     passed and nothing resolved
 * @param endsAt when it is to end; absent when the venue does not say
 * @param rules what the venue asks of an order
 * @param resolution what the outcomes pay; absent until the venue has resolved the market
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
        TradeRules rules,
        @Nullable Resolution resolution,
        Instant at) {

    public Market {
        outcomes = List.copyOf(outcomes);
    }

    /** A market whose venue takes no fee and any size. */
    public Market(
            String id,
            String eventId,
            String question,
            List<Outcome> outcomes,
            BigDecimal liquidity,
            BigDecimal volume,
            boolean tradable,
            @Nullable Instant endsAt,
            @Nullable Resolution resolution,
            Instant at) {
        this(id, eventId, question, outcomes, liquidity, volume, tradable, endsAt, TradeRules.NONE, resolution, at);
    }

    /** The outcome of that name, upper and lower case alike. */
    public Optional<Outcome> outcome(String name) {
        return outcomes.stream()
                .filter(outcome -> outcome.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What a share of that outcome pays; empty until the venue has resolved the market, or when it has no such one. */
    public Optional<BigDecimal> payout(String name) {
        return Optional.ofNullable(resolution).flatMap(known -> known.payout(name));
    }

    /** Whether the venue has said what the outcomes pay. */
    public boolean resolved() {
        return resolution != null;
    }

    /** The outcome that came true; absent until the venue has said so, and when it decided for something between. */
    public @Nullable String winner() {
        return resolution == null ? null : resolution.winner();
    }
}
