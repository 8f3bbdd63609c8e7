package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio as the service keeps it: its books, and what a person and the runs of its strategy decide about it.
 *
 * @param books cash and positions, with the number and time of the newest change
 * @param strategyType strategy that runs it
 * @param setup what a person decides
 * @param decision how it came to its status; absent while it is as it was opened
 * @param fence number of its newest run
 * @param createdAt when it was opened
 */
public record ManagedPortfolio(
        Portfolio books,
        String strategyType,
        PortfolioSetup setup,
        @Nullable StatusDecision decision,
        long fence,
        Instant createdAt) {

    public long id() {
        return books.id();
    }

    public PortfolioStatus status() {
        return books.status();
    }

    /** Number of its newest change. */
    public long sequence() {
        return books.sequence();
    }

    /** Account that risk-service keeps for it. */
    public String riskAccountId() {
        return riskAccountId(id());
    }

    /** Account that risk-service keeps for the portfolio with this number. */
    public static String riskAccountId(long id) {
        return "portfolio-" + id;
    }

    /** The same with other books. */
    ManagedPortfolio with(Portfolio other) {
        return new ManagedPortfolio(other, strategyType, setup, decision, fence, createdAt);
    }

    /** The same with the number of its newest run; no change that anybody is told of. */
    ManagedPortfolio fencedBy(long newest) {
        return new ManagedPortfolio(books, strategyType, setup, decision, newest, createdAt);
    }

    ManagedPortfolio renamed(String name, Instant now) {
        return with(setup.named(name), now);
    }

    ManagedPortfolio configured(Map<String, Object> config, boolean checked, Instant now) {
        return with(setup.configured(config, checked), now);
    }

    ManagedPortfolio scheduled(String schedule, Instant now) {
        return with(setup.scheduled(schedule), now);
    }

    ManagedPortfolio in(PortfolioStatus other, StatusDecision because) {
        return new ManagedPortfolio(books.in(other, because.at()), strategyType, setup, because, fence, createdAt);
    }

    private ManagedPortfolio with(PortfolioSetup other, Instant now) {
        return new ManagedPortfolio(books.touched(now), strategyType, other, decision, fence, createdAt);
    }
}
