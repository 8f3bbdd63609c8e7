package dev.tradesuite.benchmarks.cycles;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.OrderResult;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.Report;
import dev.tradesuite.strategy.selection.SignalWish;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Fresh portfolios that take every buy they have cash for and keep nothing: books without HTTP and without a disk. */
final class MemoryBooks implements CycleBooks<Report> {

    private static final BigDecimal CASH = BigDecimal.valueOf(10_000);

    private final String strategyType;

    MemoryBooks(String strategyType) {
        this.strategyType = strategyType;
    }

    @Override
    public Beginning<Report> begin(CycleRequest request) {
        return new Beginning.Begun<>(new Open(request.portfolioId()));
    }

    private final class Open implements OpenCycle<Report> {

        private final long portfolioId;
        private BigDecimal cash = CASH;
        private int filled;

        Open(long portfolioId) {
            this.portfolioId = portfolioId;
        }

        @Override
        public PortfolioState portfolio() {
            return new PortfolioState(portfolioId, strategyType, PortfolioStatus.ACTIVE, cash, Map.of(), List.of());
        }

        @Override
        public OrderResult order(SignalWish wish, RunLabel label) {
            BigDecimal stake = wish.stake();
            if (wish.side() != Side.BUY || stake == null || stake.compareTo(cash) > 0) {
                return new OrderResult(PortfolioOrder.Status.DENIED, "no cash, or nothing to sell");
            }
            cash = cash.subtract(stake);
            filled++;
            return new OrderResult(PortfolioOrder.Status.FILLED, "");
        }

        @Override
        public int mark(List<HeldPrice> prices) {
            return 0;
        }

        @Override
        public int ordersThatAre(PortfolioOrder.Status status) {
            return status == PortfolioOrder.Status.FILLED ? filled : 0;
        }

        @Override
        public Report complete(Report report) {
            return report;
        }
    }
}
