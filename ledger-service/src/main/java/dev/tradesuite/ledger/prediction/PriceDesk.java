package dev.tradesuite.ledger.prediction;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Values the positions of a portfolio and settles those whose market is resolved. */
public final class PriceDesk {

    private final Runs runs;
    private final Portfolios portfolios;
    private final Records records;
    private final Announcements announcements;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public PriceDesk(
            Runs runs,
            Portfolios portfolios,
            Records records,
            Announcements announcements,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.runs = runs;
        this.portfolios = portfolios;
        this.records = records;
        this.announcements = announcements;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What prices did.
     *
     * @param portfolio after them
     * @param settlements of this cycle, those of earlier calls included
     */
    public record Valuation(Portfolio portfolio, List<Trade> settlements) {}

    /** Takes in what venues tell of the markets a portfolio holds; what is not newer changes nothing. */
    public Valuation take(Run run, List<MarketPrice> prices) {
        return work.durable(() -> {
            Portfolio before = runs.lock(run);
            Portfolio after = before.told(
                            prices, run.cycleId(), ids, clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .map(this::booked)
                    .orElse(before);
            return new Valuation(after, records.settlements(run.portfolioId(), run.cycleId()));
        });
    }

    private Portfolio booked(Booking booking) {
        Portfolio after = booking.portfolio();
        portfolios.save(after, booking.changed());
        for (Trade settlement : booking.trades()) {
            records.add(after.id(), settlement);
            announcements.traded(after, settlement);
        }
        announcements.valued(after);
        return after;
    }
}
