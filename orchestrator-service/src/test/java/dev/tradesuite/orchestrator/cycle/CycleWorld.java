package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What orchestrators meet: one store, portfolios that refuse the writes of an old run, and a controller that does what
 * the test says. By default it ends every cycle well.
 */
public final class CycleWorld implements PortfolioDirectory, StrategyControllers, CycleEvents {

    public static final CycleCounts COUNTS = new CycleCounts(3, 2, 1, 0);
    public static final Duration START_PATIENCE = Duration.ofSeconds(60);
    public static final String REPORT = "{\"counts\":{}}";

    /** What the controller does with a call. */
    @FunctionalInterface
    public interface Controller {

        Outcome execute(long portfolioId, UUID cycleId, long fence);
    }

    /** A call a controller got. */
    public record Call(String strategyType, long portfolioId, UUID cycleId, long fence) {}

    public final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    public final MemoryCycles store = new MemoryCycles(clock);
    public final List<Call> calls = new CopyOnWriteArrayList<>();

    /** Cycles whose end was told to the others. */
    public final List<Cycle> ended = new CopyOnWriteArrayList<>();

    public volatile Controller controller = (_, _, _) -> done();

    /** What happens while somebody waits for something to change. */
    public volatile Runnable meanwhile = () -> {};

    /** What happens while the portfolio is looked up. */
    public volatile Runnable duringLookup = () -> {};

    private final Map<Long, PortfolioRef> portfolios = new ConcurrentHashMap<>();
    private final Map<Long, Long> fences = new ConcurrentHashMap<>();

    /** An orchestrator of its own on the same world. */
    public record Instance(CycleRunner runner, Leases leases) {}

    public Instance orchestrator() {
        Leases leases = new Leases(store);
        StartPatience patience = new StartPatience(START_PATIENCE, this::pause, clock);
        return new Instance(new CycleRunner(this, this, store, leases, this, patience, new Direct(), clock), leases);
    }

    public PortfolioRef portfolio(long id, String strategyType, PortfolioStatus status) {
        PortfolioRef portfolio = new PortfolioRef(id, strategyType, status, "PT15M", 1);
        portfolios.put(id, portfolio);
        return portfolio;
    }

    /** A cycle of portfolio 7, which momentum runs. */
    public DueCycle due() {
        return due(7);
    }

    public DueCycle due(long portfolioId) {
        portfolio(portfolioId, "momentum", PortfolioStatus.ACTIVE);
        return new DueCycle(
                new UUID(portfolioId, calls.size()), portfolioId, "momentum", CycleTrigger.REQUEST, clock.instant());
    }

    /** Waits for cycles that run already, for a minute at most. */
    public CycleWait cycleWait() {
        return new CycleWait(store, Duration.ofMinutes(1), this::pause, clock);
    }

    private void pause() {
        clock.advance(Duration.ofSeconds(1));
        meanwhile.run();
    }

    /** Nobody renews the leases that are held now. */
    public void leasesEnd() {
        clock.advance(MemoryCycles.LEASE.plusSeconds(1));
    }

    public static Outcome done() {
        return new Outcome.Done(COUNTS, REPORT);
    }

    public static Outcome notDone(ProblemCode code) {
        return new Outcome.NotDone(new CycleFailure(code, "as the test wants"));
    }

    /** Why a cycle did not end well. */
    public static CycleFailure why(Cycle cycle) {
        return Objects.requireNonNull(cycle.failure());
    }

    @Override
    public boolean isMapped(String strategyType) {
        return !strategyType.equals("astrology");
    }

    @Override
    public Outcome execute(String strategyType, long portfolioId, UUID cycleId, long fence) {
        calls.add(new Call(strategyType, portfolioId, cycleId, fence));
        long newest = fences.merge(portfolioId, fence, Math::max);
        return fence < newest ? notDone(ProblemCode.CYCLE_SUPERSEDED) : controller.execute(portfolioId, cycleId, fence);
    }

    @Override
    public Outcome dryRun(String strategyType, long portfolioId, UUID cycleId) {
        return new Outcome.Done(COUNTS, "dry run of %d".formatted(portfolioId));
    }

    @Override
    public void ended(Cycle cycle) {
        ended.add(cycle);
    }

    @Override
    public Lookup find(long id) {
        duringLookup.run();
        return Optional.ofNullable(portfolios.get(id))
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> new Lookup.Missing(new CycleFailure(ProblemCode.NOT_FOUND, "There is none")));
    }

    @Override
    public List<PortfolioRef> all() {
        return portfolios.values().stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    @Override
    public List<PortfolioRef> active() {
        return all().stream()
                .filter(portfolio -> portfolio.status() == PortfolioStatus.ACTIVE)
                .toList();
    }

    /** Work without transactions. */
    public static final class Direct implements UnitOfWork {

        @Override
        public <T> T durable(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T relaxed(Supplier<T> work) {
            return work.get();
        }
    }
}
