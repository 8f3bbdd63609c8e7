package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Portfolios without a database, a broker of messages or risk-service: what was stored and told can be looked at. */
final class InMemoryBooks
        implements Portfolios, Orders, Cycles, Records, Announcements, RiskGate, UnitOfWork, Supplier<UUID> {

    final Map<Long, Portfolio> portfolios = new TreeMap<>();
    final Map<UUID, Position> positions = new LinkedHashMap<>();
    final Map<UUID, PaperOrder> orders = new LinkedHashMap<>();
    final Map<UUID, Cycle> cycles = new LinkedHashMap<>();
    final List<Trade> trades = new ArrayList<>();
    final Map<Object, Snapshot> snapshots = new LinkedHashMap<>();
    final List<Change> changes = new ArrayList<>();

    /** What others were told, in words. */
    final List<String> told = new ArrayList<>();

    /** What risk-service says. */
    Verdict verdict = new Verdict.Reserved();

    /** Happens while risk-service is asked. */
    Runnable meanwhile = () -> {};

    private long ids;

    /** Opens a portfolio with this much cash. */
    Portfolio open(String cash, Instant now) {
        return add(new Portfolio(
                0,
                "momentum",
                PortfolioStatus.ACTIVE,
                new Setup("Test", Map.of(), true, "PT15M"),
                Funds.of(new BigDecimal(cash)),
                List.of(),
                0,
                1,
                now,
                now));
    }

    Portfolio only() {
        return portfolios.values().iterator().next();
    }

    @Override
    public Portfolio add(Portfolio unnumbered) {
        Portfolio numbered = new Portfolio(
                portfolios.size() + 1L,
                unnumbered.strategyType(),
                unnumbered.status(),
                unnumbered.setup(),
                unnumbered.funds(),
                unnumbered.positions(),
                unnumbered.fence(),
                unnumbered.sequence(),
                unnumbered.createdAt(),
                unnumbered.updatedAt());
        portfolios.put(numbered.id(), numbered);
        return numbered;
    }

    @Override
    public Optional<Portfolio> find(long id) {
        return Optional.ofNullable(portfolios.get(id));
    }

    @Override
    public Optional<Portfolio> lock(long id) {
        return find(id);
    }

    @Override
    public void save(Portfolio portfolio, List<Position> changed) {
        portfolios.put(portfolio.id(), portfolio);
        changed.forEach(position -> positions.put(position.id(), position));
    }

    @Override
    public Page list(Filter filter) {
        return new Page(List.copyOf(portfolios.values()), portfolios.size());
    }

    @Override
    public List<Position> positions(long id, MarketPosition.@Nullable Status status, int most) {
        return List.copyOf(positions.values());
    }

    @Override
    public Optional<PaperOrder> find(UUID id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public void add(PaperOrder order) {
        orders.put(order.id(), order);
    }

    @Override
    public void end(PaperOrder order) {
        orders.put(order.id(), order);
    }

    @Override
    public List<PaperOrder> ofCycle(long portfolioId, UUID cycleId) {
        return orders.values().stream()
                .filter(order ->
                        order.portfolioId() == portfolioId && order.cycleId().equals(cycleId))
                .toList();
    }

    @Override
    public List<PaperOrder> waitingSince(Instant moment) {
        return orders.values().stream()
                .filter(order -> !order.isEnded() && order.createdAt().isBefore(moment))
                .toList();
    }

    @Override
    public Optional<Cycle> find(long portfolioId, UUID cycleId) {
        return Optional.ofNullable(cycles.get(cycleId));
    }

    @Override
    public void begin(long portfolioId, Cycle cycle) {
        cycles.put(cycle.id(), cycle);
    }

    @Override
    public void complete(long portfolioId, Cycle cycle) {
        cycles.put(cycle.id(), cycle);
    }

    @Override
    public void forgetBefore(Instant moment) {
        cycles.values().removeIf(cycle -> cycle.begunAt().isBefore(moment));
    }

    @Override
    public void add(long portfolioId, Trade trade) {
        trades.add(trade);
    }

    @Override
    public List<Trade> trades(long portfolioId, int most) {
        return trades;
    }

    @Override
    public List<Trade> settlements(long portfolioId, UUID cycleId) {
        return trades.stream()
                .filter(trade -> trade.orderId() == null && trade.cycleId().equals(cycleId))
                .toList();
    }

    @Override
    public void put(long portfolioId, Snapshot snapshot) {
        snapshots.put(snapshot.day(), snapshot);
    }

    @Override
    public List<Snapshot> snapshots(long portfolioId, int most) {
        return List.copyOf(snapshots.values());
    }

    @Override
    public void add(long portfolioId, Change change) {
        changes.add(change);
    }

    @Override
    public List<Change> changes(long portfolioId, int most) {
        return changes;
    }

    @Override
    public void changed(Portfolio portfolio) {
        told.add("changed");
    }

    @Override
    public void valued(Portfolio portfolio) {
        told.add("valued " + portfolio.sequence());
    }

    @Override
    public void filled(Portfolio portfolio, PaperOrder order) {
        told.add("filled " + order.terms().market().marketId());
    }

    @Override
    public void traded(Portfolio portfolio, Trade trade) {
        told.add("traded " + trade.kind());
    }

    @Override
    public void taken(Portfolio portfolio, Snapshot snapshot) {
        told.add("snapshot " + snapshot.day());
    }

    @Override
    public void closed(PaperOrder order, Denial why) {
        told.add("closed " + why.code());
    }

    @Override
    public Verdict reserve(Portfolio books, PaperOrder order) {
        told.add("asked for " + order.terms().cost().toPlainString());
        meanwhile.run();
        return verdict;
    }

    @Override
    public <T> T durable(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        return work.get();
    }

    @Override
    public UUID get() {
        return new UUID(0, ++ids);
    }
}
