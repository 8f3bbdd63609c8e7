package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.ChangedPortfolios.Outcome;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses all portfolios, and brings them back to what they were: those that somebody paused one by one, before or
 * since, stay paused. One that cannot be changed keeps none of the others from it.
 */
public final class PauseAllService {

    private static final Logger LOG = LoggerFactory.getLogger(PauseAllService.class);
    private static final int AT_ONCE = 1_000;

    private final Portfolios stored;
    private final PortfolioService portfolios;

    public PauseAllService(Portfolios stored, PortfolioService portfolios) {
        this.stored = stored;
        this.portfolios = portfolios;
    }

    /**
     * What became of a portfolio.
     *
     * @param portfolio as it is now
     * @param reason why nothing was changed; absent when it was
     */
    public record Result(ManagedPortfolio portfolio, Outcome outcome, @Nullable String reason) {}

    /** As {@link #pauseAll(String, Set)}, of everybody. */
    public List<Result> pauseAll(String who) {
        return pauseAll(who, null);
    }

    /**
     * Pauses every portfolio that buys.
     *
     * @param only numbers of those it may be; absent: every one
     */
    public List<Result> pauseAll(String who, @Nullable Set<Long> only) {
        return all(only)
                .map(portfolio -> result(
                        portfolio,
                        Outcome.PAUSED,
                        portfolios::pauseWithAll,
                        who,
                        "It was paused already; resume-all leaves it as it was before."))
                .toList();
    }

    /** As {@link #resumeAll(String, Set)}, of everybody. */
    public List<Result> resumeAll(String who) {
        return resumeAll(who, null);
    }

    /**
     * Resumes every portfolio that was paused with all others, and not for itself.
     *
     * @param only numbers of those it may be; absent: every one
     */
    public List<Result> resumeAll(String who, @Nullable Set<Long> only) {
        return all(only)
                .map(portfolio -> result(
                        portfolio,
                        Outcome.RESUMED,
                        portfolios::resumeWithAll,
                        who,
                        portfolio.status() == PortfolioStatus.ACTIVE
                                ? "It is not paused."
                                : "It was paused for itself; POST /portfolios/%d/resume resumes it."
                                        .formatted(portfolio.id())))
                .toList();
    }

    private static Result result(
            ManagedPortfolio before,
            Outcome changed,
            BiFunction<Long, String, Optional<ManagedPortfolio>> change,
            String who,
            String unchanged) {
        try {
            return change.apply(before.id(), who)
                    .map(after -> new Result(after, changed, null))
                    .orElseGet(() -> new Result(before, Outcome.UNCHANGED, unchanged));
        } catch (RuntimeException e) {
            LOG.warn("Portfolio {} was not changed with the others", before.id(), e);
            return new Result(
                    before,
                    Outcome.FAILED,
                    e instanceof RefusedException ? String.valueOf(e.getMessage()) : "The log says why; try again.");
        }
    }

    /** Those that are not archived, by number; read before any of them is changed, as pages move with the changes. */
    private Stream<ManagedPortfolio> all(@Nullable Set<Long> only) {
        return Stream.of(PortfolioStatus.ACTIVE, PortfolioStatus.PAUSED)
                .flatMap(status -> all(status, only).stream())
                // One that is paused while they are read is met twice.
                .collect(Collectors.toMap(
                        ManagedPortfolio::id,
                        Function.identity(),
                        (_, later) -> later,
                        TreeMap<Long, ManagedPortfolio>::new))
                .values()
                .stream();
    }

    private List<ManagedPortfolio> all(PortfolioStatus status, @Nullable Set<Long> only) {
        return Stream.iterate(0, page -> page + 1)
                .map(page -> stored.list(new Portfolios.Filter(status, null, only, page, AT_ONCE))
                        .portfolios())
                .takeWhile(found -> !found.isEmpty())
                .flatMap(List::stream)
                .toList();
    }
}
