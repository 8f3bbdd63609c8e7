package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.PortfolioChange.What;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Portfolios without a database, a broker of messages or risk-service: what was stored and told can be looked at. */
final class InMemoryBooks
        implements Portfolios,
                OutcomeOrders,
                BookedCycles,
                PortfolioHistory,
                PortfolioEvents,
                RiskGate,
                CycleClaims,
                UnitOfWork,
                Supplier<UUID> {

    private static final Set<What> PAUSES =
            Set.of(What.PAUSED, What.RESUMED, What.PAUSED_WITH_ALL, What.RESUMED_WITH_ALL);

    final Map<Long, ManagedPortfolio> portfolios = new TreeMap<>();
    final Map<UUID, OutcomePosition> positions = new LinkedHashMap<>();
    final Map<UUID, OutcomeOrder> orders = new LinkedHashMap<>();
    final Map<UUID, BookedCycle> cycles = new LinkedHashMap<>();
    final List<OutcomeTrade> trades = new ArrayList<>();
    final Map<Object, DailySnapshot> snapshots = new LinkedHashMap<>();
    final List<SetupChange> changes = new ArrayList<>();
    private final Map<Long, List<What>> changesOf = new HashMap<>();

    /** What others were told, in words. */
    final List<String> told = new ArrayList<>();

    /** What risk-service says of markets it does not reserve for. */
    final Map<String, Verdict> verdicts = new HashMap<>();

    /** Orders that cannot be stored. */
    final Set<UUID> stuck = new HashSet<>();

    /** Portfolios that cannot be stored. */
    final Set<Long> broken = new HashSet<>();

    /** Happens while risk-service is asked. */
    Runnable meanwhile = () -> {};

    /** Fences the orchestrator has given to cycles. */
    final Map<UUID, Long> given = new HashMap<>();

    int transactions;

    private long ids;

    /** Opens a portfolio with this much cash. */
    ManagedPortfolio open(String cash, Instant now) {
        return open("Test", cash, now);
    }

    /** Opens a portfolio with this name and this much cash. */
    ManagedPortfolio open(String name, String cash, Instant now) {
        return add(new ManagedPortfolio(
                Portfolio.opened(0, new BigDecimal(cash), now),
                "momentum",
                new PortfolioSetup(name, Map.of(), true, "PT15M"),
                null,
                0,
                now));
    }

    ManagedPortfolio only() {
        return portfolios.values().iterator().next();
    }

    BigDecimal cash() {
        return only().books().funds().cash();
    }

    @Override
    public ManagedPortfolio add(ManagedPortfolio unnumbered) {
        requireFreeName(unnumbered);
        Portfolio books = unnumbered.books();
        long id = portfolios.size() + 1L;
        ManagedPortfolio numbered = unnumbered.with(new Portfolio(
                id, books.status(), books.funds(), books.positions(), books.sequence(), books.updatedAt()));
        portfolios.put(id, numbered);
        return numbered;
    }

    private void requireFreeName(ManagedPortfolio wanted) {
        String name = wanted.setup().name();
        portfolios.values().stream()
                .filter(other -> other.id() != wanted.id()
                        && other.status() != PortfolioStatus.ARCHIVED
                        && other.setup().name().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(_ -> {
                    throw Portfolios.nameTaken(name);
                });
    }

    @Override
    public Optional<ManagedPortfolio> find(long id) {
        return Optional.ofNullable(portfolios.get(id));
    }

    @Override
    public Optional<ManagedPortfolio> lock(long id) {
        return find(id);
    }

    @Override
    public void save(ManagedPortfolio portfolio, List<OutcomePosition> changed) {
        requireFreeName(portfolio);
        if (broken.contains(portfolio.id())) {
            throw new IllegalStateException("the row of portfolio " + portfolio.id() + " is broken");
        }
        portfolios.put(portfolio.id(), portfolio);
        changed.forEach(position -> positions.put(position.id(), position));
    }

    @Override
    public Page list(Filter filter) {
        List<ManagedPortfolio> found = portfolios.values().stream()
                .filter(portfolio -> filter.status() == null || portfolio.status() == filter.status())
                .filter(portfolio -> filter.only() == null || filter.only().contains(portfolio.id()))
                .toList();
        return new Page(
                found.stream()
                        .skip((long) filter.page() * filter.most())
                        .limit(filter.most())
                        .toList(),
                found.size());
    }

    @Override
    public Optional<Obstacle> obstacle(long id) {
        if (!trades.isEmpty()) {
            return Optional.of(Obstacle.TRADES);
        }
        return orders.values().stream().allMatch(OutcomeOrder::isEnded)
                ? Optional.empty()
                : Optional.of(Obstacle.ORDER_WAITS);
    }

    @Override
    public void delete(long id) {
        portfolios.remove(id);
    }

    @Override
    public List<OutcomePosition> positions(long id, MarketPosition.@Nullable Status status, int most) {
        return List.copyOf(positions.values());
    }

    @Override
    public Optional<OutcomeOrder> find(UUID id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public void add(List<OutcomeOrder> added) {
        added.forEach(order -> orders.put(order.id(), order));
    }

    @Override
    public void end(List<OutcomeOrder> ended) {
        for (OutcomeOrder order : ended) {
            if (stuck.contains(order.id())) {
                throw new IllegalStateException("the row of " + order.id() + " is locked");
            }
            orders.put(order.id(), order);
        }
    }

    @Override
    public List<OutcomeOrder> waitingSince(Instant moment) {
        return orders.values().stream()
                .filter(order -> !order.isEnded() && order.createdAt().isBefore(moment))
                .toList();
    }

    @Override
    public Optional<BookedCycle> find(long portfolioId, UUID cycleId) {
        return Optional.ofNullable(cycles.get(cycleId))
                .map(cycle -> new BookedCycle(
                        cycle.id(),
                        cycle.fence(),
                        cycle.begunAt(),
                        cycle.ending(),
                        orders.values().stream()
                                .filter(order -> order.cycleId().equals(cycleId))
                                .toList(),
                        settlements(portfolioId, cycleId).size()));
    }

    @Override
    public Optional<String> report(long portfolioId, UUID cycleId) {
        return find(portfolioId, cycleId).flatMap(BookedCycle::report);
    }

    @Override
    public boolean begin(FencedRun run, Instant now) {
        BookedCycle begun = new BookedCycle(run.cycleId(), run.fence(), now, null, List.of(), 0);
        if (cycles.putIfAbsent(run.cycleId(), begun) != null) {
            return false;
        }
        raise(run);
        return true;
    }

    @Override
    public void resume(FencedRun run, boolean standsIn) {
        if (standsIn) {
            cycles.computeIfPresent(
                    run.cycleId(),
                    (id, cycle) -> new BookedCycle(id, run.fence(), cycle.begunAt(), cycle.ending(), List.of(), 0));
        }
        raise(run);
    }

    private void raise(FencedRun run) {
        portfolios.computeIfPresent(run.portfolioId(), (_, portfolio) -> portfolio.fencedBy(run.fence()));
    }

    @Override
    public boolean complete(FencedRun run, BookedCycle.Ending ending, DailySnapshot snapshot) {
        cycles.computeIfPresent(
                run.cycleId(),
                (id, cycle) -> new BookedCycle(id, cycle.fence(), cycle.begunAt(), ending, List.of(), 0));
        DailySnapshot earlier = snapshots.put(snapshot.day(), snapshot);
        return earlier == null || earlier.cash().compareTo(snapshot.cash()) != 0;
    }

    @Override
    public void forgetBefore(Instant moment) {
        cycles.values().removeIf(cycle -> cycle.begunAt().isBefore(moment));
        orders.values()
                .removeIf(
                        order -> !order.reasons().isEmpty() && order.createdAt().isBefore(moment));
    }

    @Override
    public void add(long portfolioId, List<OutcomeTrade> added) {
        trades.addAll(added);
    }

    @Override
    public List<OutcomeTrade> trades(long portfolioId, int most) {
        return trades;
    }

    @Override
    public List<OutcomeTrade> settlements(long portfolioId, UUID cycleId) {
        return trades.stream()
                .filter(trade -> trade.origin().orderId() == null
                        && trade.origin().cycleId().equals(cycleId))
                .toList();
    }

    @Override
    public List<LossOrRefusal> lossesAndRefusals(long portfolioId, Instant since) {
        return positions.values().stream()
                .filter(position -> position.status() == MarketPosition.Status.SOLD
                        && position.profit().signum() < 0)
                .map(position -> new LossOrRefusal(
                        position.market().marketId(),
                        Objects.requireNonNull(position.closing()).at()))
                .filter(loss -> loss.at().isAfter(since))
                .toList();
    }

    @Override
    public List<DailySnapshot> snapshots(long portfolioId, int most) {
        return List.copyOf(snapshots.values());
    }

    @Override
    public void add(long portfolioId, SetupChange change) {
        changes.add(change);
        changesOf.computeIfAbsent(portfolioId, _ -> new ArrayList<>()).add(change.what());
    }

    @Override
    public boolean isPausedWithAll(long portfolioId) {
        return changesOf.getOrDefault(portfolioId, List.of()).reversed().stream()
                .filter(PAUSES::contains)
                .findFirst()
                .filter(What.PAUSED_WITH_ALL::equals)
                .isPresent();
    }

    @Override
    public List<SetupChange> changes(long portfolioId, int most) {
        return changes;
    }

    @Override
    public void changed(ManagedPortfolio portfolio) {
        told.add("changed");
    }

    @Override
    public void valued(ManagedPortfolio portfolio) {
        told.add("valued " + portfolio.sequence());
    }

    @Override
    public void filled(ManagedPortfolio portfolio, List<OutcomeOrder> filled) {
        told.add("filled " + markets(filled));
    }

    @Override
    public void traded(ManagedPortfolio portfolio, List<OutcomeTrade> made) {
        told.add("traded " + made.stream().map(trade -> trade.kind().name()).collect(Collectors.joining(", ")));
    }

    @Override
    public void snapshotTaken(ManagedPortfolio portfolio, DailySnapshot snapshot) {
        told.add("snapshot " + snapshot.day());
    }

    @Override
    public void closed(OutcomeOrder order, Reason why) {
        told.add("closed %s %s".formatted(order.terms().market().marketId(), why.code()));
    }

    @Override
    public Map<UUID, Verdict> reserve(ManagedPortfolio portfolio, List<OutcomeOrder> asked) {
        told.add("asked for " + markets(asked));
        meanwhile.run();
        return asked.stream()
                .collect(Collectors.toMap(
                        OutcomeOrder::id,
                        order -> Objects.requireNonNullElse(
                                verdicts.get(order.terms().market().marketId()), new Verdict.Reserved())));
    }

    @Override
    public OptionalLong newestFence(long portfolioId, UUID cycleId) {
        told.add("asked for the fence of " + portfolioId);
        Long fence = given.get(cycleId);
        return fence == null ? OptionalLong.empty() : OptionalLong.of(fence);
    }

    private static String markets(List<OutcomeOrder> orders) {
        return orders.stream().map(order -> order.terms().market().marketId()).collect(Collectors.joining(", "));
    }

    @Override
    public <T> T durable(Supplier<T> work) {
        transactions++;
        return work.get();
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        transactions++;
        return work.get();
    }

    @Override
    public UUID get() {
        return new UUID(0, ++ids);
    }
}
