package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper order of a cycle. There is one for each cycle, market and side.
 *
 * @param id follows from portfolio, cycle, market and side
 * @param portfolioId portfolio
 * @param cycleId cycle
 * @param terms what it wants
 * @param set orders of the cycle with the same name are filled together or not at all; absent: it stands alone
 * @param createdAt when it was taken
 * @param ending what became of it; absent while it waits
 */
public record OutcomeOrder(
        UUID id,
        long portfolioId,
        UUID cycleId,
        OutcomeTerms terms,
        @Nullable String set,
        Instant createdAt,
        @Nullable Ending ending) {

    /**
     * What became of an order.
     *
     * @param as FILLED, DENIED or CANCELLED
     * @param reasons why it was denied or cancelled
     * @param shares shares traded; absent unless filled
     * @param at when
     */
    public record Ending(Status as, List<Reason> reasons, @Nullable BigDecimal shares, Instant at) {

        public Ending {
            reasons = List.copyOf(reasons);
        }
    }

    /** The one identity an order of this cycle, market and side can have, whoever asks for it. */
    public static UUID idOf(long portfolioId, UUID cycleId, String marketId, Side side) {
        String name = "%d/%s/%s/%s".formatted(portfolioId, cycleId, side, marketId);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static OutcomeOrder accepted(FencedRun run, WantedOrder wanted, Instant now) {
        return new OutcomeOrder(
                wanted.id(run), run.portfolioId(), run.cycleId(), wanted.terms(), wanted.set(), now, null);
    }

    OutcomeOrder filled(BigDecimal traded, Instant now) {
        return ended(new Ending(Status.FILLED, List.of(), traded, now));
    }

    OutcomeOrder denied(List<Reason> why, Instant now) {
        return ended(new Ending(Status.DENIED, why, null, now));
    }

    OutcomeOrder cancelled(Reason why, Instant now) {
        return ended(new Ending(Status.CANCELLED, List.of(why), null, now));
    }

    private OutcomeOrder ended(Ending how) {
        return new OutcomeOrder(id, portfolioId, cycleId, terms, set, createdAt, how);
    }

    /** Where it stands. */
    public Status status() {
        return ending == null ? Status.NEW : ending.as();
    }

    /** Why it was denied or cancelled; empty otherwise. */
    public List<Reason> reasons() {
        return ending == null ? List.of() : ending.reasons();
    }

    /** Says whether nothing about it will change any more. */
    public boolean isEnded() {
        return ending != null;
    }
}
