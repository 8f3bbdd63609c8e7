package dev.tradesuite.benchmarks.cycles;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Fresh portfolios that take every buy they have cash for and keep nothing: books without HTTP and without a disk. */
final class MemoryBooks implements CycleBooks<Integer> {

    private static final BigDecimal CASH = BigDecimal.valueOf(10_000);

    private final String strategyType;

    MemoryBooks(String strategyType) {
        this.strategyType = strategyType;
    }

    @Override
    public Beginning<Integer> begin(CycleRequest request) {
        return new Beginning.Begun<>(new Open(request.portfolioId()));
    }

    private final class Open implements OpenCycle<Integer> {

        private final long portfolioId;
        private BigDecimal cash = CASH;
        private int filled;

        Open(long portfolioId) {
            this.portfolioId = portfolioId;
        }

        @Override
        public PortfolioState portfolio() {
            return new PortfolioState(
                    portfolioId, strategyType, PortfolioStatus.ACTIVE, cash, Map.of(), List.of(), List.of());
        }

        @Override
        public void book(CycleIntents batch) {
            for (OrderIntent intent : batch.intents()) {
                BigDecimal stake = intent.stake();
                if (intent.side() == Side.BUY && stake != null && stake.compareTo(cash) <= 0) {
                    cash = cash.subtract(stake);
                    filled++;
                }
            }
        }

        /** The number of trades. */
        @Override
        public Integer complete(CycleSummary summary) {
            return filled;
        }
    }
}
