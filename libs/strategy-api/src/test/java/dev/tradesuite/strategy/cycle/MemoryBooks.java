package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.cycle.PortfolioState.Position;
import dev.tradesuite.strategy.selection.SignalWish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Books of one portfolio, with the promises of the real ones: one order per cycle, market and side, reports kept. */
final class MemoryBooks implements CycleBooks<Report> {

    final List<String> orders = new ArrayList<>();
    final List<HeldPrice> marks = new ArrayList<>();
    final Map<String, Position> positions = new LinkedHashMap<>();
    final Map<UUID, Report> reports = new HashMap<>();
    final Set<String> denied = new HashSet<>();
    final Set<String> notTaken = new HashSet<>();
    final Map<String, Object> config = new HashMap<>();

    String strategyType = "momentum";
    PortfolioStatus status = PortfolioStatus.ACTIVE;
    BigDecimal cash = new BigDecimal("10000");

    @Nullable
    String breaksAt;

    Runnable whenBegun = () -> {};

    private final Map<String, OrderResult> standing = new HashMap<>();

    void hold(String marketId) {
        positions.put(
                marketId,
                new Position(
                        marketId,
                        "Held?",
                        "Yes",
                        BigDecimal.TEN,
                        new BigDecimal("0.5"),
                        Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Override
    public Beginning<Report> begin(CycleRequest request) {
        whenBegun.run();
        Report report = reports.get(request.cycleId());
        return report == null ? new Beginning.Begun<>(new Open(request)) : new Beginning.Ended<>(report);
    }

    private final class Open implements OpenCycle<Report> {

        private final CycleRequest request;
        private final PortfolioState state;

        Open(CycleRequest request) {
            this.request = request;
            this.state = new PortfolioState(
                    request.portfolioId(), strategyType, status, cash, config, List.copyOf(positions.values()));
        }

        @Override
        public PortfolioState portfolio() {
            return state;
        }

        @Override
        public OrderResult order(SignalWish wish, RunLabel label) {
            if (wish.marketId().equals(breaksAt)) {
                throw new IllegalStateException("the books are away");
            }
            return standing.computeIfAbsent(
                    "%s %s %s".formatted(request.cycleId(), wish.marketId(), wish.side()), _ -> book(wish));
        }

        private OrderResult book(SignalWish wish) {
            orders.add("%s %s %s".formatted(wish.side(), wish.marketId(), wish.outcome()));
            if (wish.side() == Side.SELL) {
                positions.remove(wish.marketId());
                return new OrderResult(Status.FILLED, "");
            }
            if (notTaken.contains(wish.marketId())) {
                return new OrderResult(null, "market_id is too long");
            }
            if (denied.contains(wish.marketId())) {
                return new OrderResult(Status.DENIED, "no more of this");
            }
            if (positions.containsKey(wish.marketId()) || wish.stake() == null) {
                throw new AssertionError("bought twice: " + wish);
            }
            BigDecimal shares = wish.stake().divide(wish.price(), 6, RoundingMode.DOWN);
            positions.put(
                    wish.marketId(),
                    new Position(
                            wish.marketId(),
                            wish.question(),
                            wish.outcome(),
                            shares,
                            wish.price(),
                            Instant.parse("2026-03-02T12:00:00Z")));
            return new OrderResult(Status.FILLED, "");
        }

        @Override
        public int ordersThatAre(Status status) {
            String cycle = request.cycleId() + " ";
            return (int) standing.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().startsWith(cycle) && entry.getValue().status() == status)
                    .count();
        }

        @Override
        public int mark(List<HeldPrice> prices) {
            marks.addAll(prices);
            return (int) prices.stream().filter(price -> price.winner() != null).count();
        }

        @Override
        public Report complete(Report report) {
            reports.put(request.cycleId(), report);
            return report;
        }
    }
}
