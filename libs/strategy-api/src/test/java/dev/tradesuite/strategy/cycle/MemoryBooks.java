package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.cycle.MemoryBooks.BookedReport;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import dev.tradesuite.strategy.cycle.PortfolioState.RestingMarket;
import dev.tradesuite.strategy.selection.OrderIntent;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books of one portfolio, with the promises of the real ones: prices first, one order per cycle, market and side, sets
 * whole or not at all, reports kept.
 */
final class MemoryBooks implements CycleBooks<BookedReport> {

    final List<String> orders = new ArrayList<>();
    final List<CycleIntents> batches = new ArrayList<>();
    final Map<String, OpenPosition> positions = new LinkedHashMap<>();
    final Map<UUID, BookedReport> reports = new HashMap<>();
    final Set<String> denied = new HashSet<>();
    final Map<String, Object> config = new HashMap<>();
    final List<RestingMarket> resting = new ArrayList<>();

    String strategyType = "momentum";
    PortfolioStatus status = PortfolioStatus.ACTIVE;
    BigDecimal cash = new BigDecimal("10000");

    @Nullable
    String breaksAt;

    Runnable whenBegun = () -> {};

    private final Map<String, Boolean> filled = new LinkedHashMap<>();

    /** The report as these books keep it. */
    record BookedReport(CycleSummary summary, int trades, int denied, int settled) {}

    void hold(String marketId) {
        hold(marketId, "Yes");
    }

    void hold(String marketId, String outcome) {
        positions.put(
                marketId,
                new OpenPosition(
                        marketId,
                        "Held?",
                        outcome,
                        BigDecimal.TEN,
                        new BigDecimal("0.5"),
                        Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Override
    public Beginning<BookedReport> begin(CycleRequest request) {
        whenBegun.run();
        BookedReport report = reports.get(request.cycleId());
        return report == null ? new Beginning.Begun<>(new Open(request)) : new Beginning.Ended<>(report);
    }

    private final class Open implements OpenCycle<BookedReport> {

        private final CycleRequest request;
        private final PortfolioState state;
        private int settled;

        Open(CycleRequest request) {
            this.request = request;
            this.state = new PortfolioState(
                    request.portfolioId(),
                    strategyType,
                    status,
                    cash,
                    config,
                    List.copyOf(positions.values()),
                    resting);
        }

        @Override
        public PortfolioState portfolio() {
            return state;
        }

        @Override
        public void book(CycleIntents batch) {
            batches.add(batch);
            batch.prices().stream().filter(price -> price.payout() != null).forEach(price -> {
                positions.remove(price.marketId());
                settled++;
            });
            for (OrderIntent intent : batch.intents()) {
                if (intent.marketId().equals(breaksAt)) {
                    throw new IllegalStateException("the books are away");
                }
                String key = "%s %s %s".formatted(request.cycleId(), intent.marketId(), intent.side());
                if (!filled.containsKey(key)) {
                    filled.put(key, fill(intent, batch));
                }
            }
        }

        private boolean fill(OrderIntent intent, CycleIntents batch) {
            orders.add("%s %s %s".formatted(intent.side(), intent.marketId(), intent.outcome()));
            if (intent.side() == Side.SELL) {
                positions.remove(intent.marketId());
                return true;
            }
            if (isDenied(intent, batch)) {
                return false;
            }
            if (positions.containsKey(intent.marketId()) || intent.stake() == null) {
                throw new AssertionError("bought twice: " + intent);
            }
            BigDecimal shares = intent.stake().divide(intent.price(), 6, RoundingMode.DOWN);
            positions.put(
                    intent.marketId(),
                    new OpenPosition(
                            intent.marketId(),
                            intent.question(),
                            intent.outcome(),
                            shares,
                            intent.price(),
                            Instant.parse("2026-03-02T12:00:00Z")));
            return true;
        }

        private boolean isDenied(OrderIntent intent, CycleIntents batch) {
            Stream<OrderIntent> together = intent.set() == null
                    ? Stream.of(intent)
                    : batch.intents().stream().filter(other -> intent.set().equals(other.set()));
            return together.anyMatch(other -> denied.contains(other.marketId()));
        }

        @Override
        public BookedReport complete(CycleSummary summary) {
            BookedReport report = new BookedReport(summary, standing(true), standing(false), settled);
            reports.put(request.cycleId(), report);
            return report;
        }

        private int standing(boolean isFilled) {
            String cycle = request.cycleId() + " ";
            return (int) filled.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(cycle) && entry.getValue() == isFilled)
                    .count();
        }
    }
}
