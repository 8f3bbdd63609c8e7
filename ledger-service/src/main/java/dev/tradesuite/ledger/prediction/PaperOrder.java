package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
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
 * @param status where it stands
 * @param denials why it was denied or cancelled
 * @param shares shares traded; absent unless filled
 * @param createdAt when it was taken
 * @param endedAt when it was filled, denied or cancelled; absent before
 */
public record PaperOrder(
        UUID id,
        long portfolioId,
        UUID cycleId,
        OrderTerms terms,
        Status status,
        List<Denial> denials,
        @Nullable BigDecimal shares,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public PaperOrder {
        denials = List.copyOf(denials);
    }

    /** The one identity an order of this cycle, market and side can have, whoever asks for it. */
    public static UUID idOf(long portfolioId, UUID cycleId, String marketId, Side side) {
        String name = "%d/%s/%s/%s".formatted(portfolioId, cycleId, side, marketId);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static PaperOrder taken(long portfolioId, UUID cycleId, OrderTerms terms, Instant now) {
        UUID id = idOf(portfolioId, cycleId, terms.market().marketId(), terms.side());
        return new PaperOrder(id, portfolioId, cycleId, terms, Status.NEW, List.of(), null, now, null);
    }

    PaperOrder filled(BigDecimal traded, Instant now) {
        return new PaperOrder(id, portfolioId, cycleId, terms, Status.FILLED, List.of(), traded, createdAt, now);
    }

    PaperOrder denied(List<Denial> why, Instant now) {
        return new PaperOrder(id, portfolioId, cycleId, terms, Status.DENIED, why, null, createdAt, now);
    }

    PaperOrder cancelled(Denial why, Instant now) {
        return new PaperOrder(id, portfolioId, cycleId, terms, Status.CANCELLED, List.of(why), null, createdAt, now);
    }

    /** Says whether nothing about it will change any more. */
    public boolean isEnded() {
        return status != Status.NEW;
    }
}
