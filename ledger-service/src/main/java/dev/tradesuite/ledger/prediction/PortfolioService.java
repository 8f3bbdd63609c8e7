package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioChange.What;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens portfolios and changes what a person decides about them. Each change is recorded with who made it. */
public final class PortfolioService {

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioService.class);

    private final Portfolios portfolios;
    private final PortfolioHistory history;
    private final PortfolioEvents events;
    private final UnitOfWork work;
    private final Function<Map<String, Object>, String> configText;
    private final Clock clock;

    /** @param configText writes a configuration as people read it in the history */
    public PortfolioService(
            Portfolios portfolios,
            PortfolioHistory history,
            PortfolioEvents events,
            UnitOfWork work,
            Function<Map<String, Object>, String> configText,
            Clock clock) {
        this.portfolios = portfolios;
        this.history = history;
        this.events = events;
        this.work = work;
        this.configText = configText;
        this.clock = clock;
    }

    /** As {@link #open(String, BigDecimal, PortfolioSetup, String, Consumer)}, and nobody waits to be told. */
    public ManagedPortfolio open(String strategyType, BigDecimal initialBalance, PortfolioSetup setup, String who) {
        return open(strategyType, initialBalance, setup, who, _ -> {});
    }

    /**
     * Opens a portfolio with cash and nothing else.
     *
     * @param opening told of the portfolio in the transaction that opens it
     * @throws RefusedException another one has the name
     */
    public ManagedPortfolio open(
            String strategyType,
            BigDecimal initialBalance,
            PortfolioSetup setup,
            String who,
            Consumer<ManagedPortfolio> opening) {
        return work.durable(() -> {
            Instant now = now();
            ManagedPortfolio opened = portfolios.add(
                    new ManagedPortfolio(Portfolio.opened(0, initialBalance, now), strategyType, setup, null, 0, now));
            record(opened, who, What.CREATED, null, setup.name());
            events.changed(opened);
            events.valued(opened);
            opening.accept(opened);
            return opened;
        });
    }

    /**
     * What is to be changed; what is absent stays.
     *
     * @param name for people
     * @param config the whole configuration
     * @param schedule when its cycles run
     */
    public record Change(@Nullable String name, @Nullable Config config, @Nullable String schedule) {

        /**
         * A configuration.
         *
         * @param values parameters that differ from the strategy's defaults
         * @param checked whether the strategy's controller has found them valid
         */
        public record Config(Map<String, Object> values, boolean checked) {}
    }

    /**
     * Changes the setup; a change to what is already so changes nothing.
     *
     * @throws RefusedException it is archived, or another one has the name
     */
    public ManagedPortfolio change(long id, Change wanted, String who) {
        return work.durable(() -> {
            ManagedPortfolio before = requireNotArchived(lock(id));
            ManagedPortfolio after = before;
            Instant now = now();
            PortfolioSetup setup = before.setup();
            if (wanted.name() != null && !wanted.name().equals(setup.name())) {
                after = after.renamed(wanted.name(), now);
                record(after, who, What.RENAMED, setup.name(), wanted.name());
            }
            Change.Config config = wanted.config();
            if (config != null
                    && !(config.values().equals(setup.strategyConfig()) && config.checked() == setup.configChecked())) {
                after = after.configured(config.values(), config.checked(), now);
                record(
                        after,
                        who,
                        What.CONFIGURED,
                        configText.apply(setup.strategyConfig()),
                        configText.apply(config.values()));
            }
            if (wanted.schedule() != null && !wanted.schedule().equals(setup.schedule())) {
                after = after.scheduled(wanted.schedule(), now);
                record(after, who, What.SCHEDULED, setup.schedule(), wanted.schedule());
            }
            return stored(before, after);
        });
    }

    /**
     * It buys nothing; its cycles go on to value, sell and settle what it holds. One that was paused with all others is
     * from now on paused for itself, and stays so when those are resumed.
     *
     * @param reason why; absent when none is said
     */
    public ManagedPortfolio pause(long id, String who, @Nullable String reason) {
        return work.durable(() -> {
            ManagedPortfolio before = lock(id);
            return before.status() == PortfolioStatus.PAUSED && !history.isPausedWithAll(id)
                    ? before
                    : moved(before, PortfolioStatus.PAUSED, What.PAUSED, who, reason);
        });
    }

    /** Pauses a portfolio as one of all; empty when it does not buy anyway. */
    Optional<ManagedPortfolio> pauseWithAll(long id, String who) {
        return work.durable(() -> Optional.of(lock(id))
                .filter(before -> before.status() == PortfolioStatus.ACTIVE)
                .map(before -> moved(before, PortfolioStatus.PAUSED, What.PAUSED_WITH_ALL, who, null)));
    }

    /** Resumes a portfolio that was paused as one of all, and by nobody since; empty for any other. */
    Optional<ManagedPortfolio> resumeWithAll(long id, String who) {
        return work.durable(() -> Optional.of(lock(id))
                .filter(before -> before.status() == PortfolioStatus.PAUSED && history.isPausedWithAll(id))
                .map(before -> moved(before, PortfolioStatus.ACTIVE, What.RESUMED_WITH_ALL, who, null)));
    }

    /**
     * It buys again.
     *
     * @param reason why; absent when none is said
     */
    public ManagedPortfolio resume(long id, String who, @Nullable String reason) {
        return move(id, PortfolioStatus.ACTIVE, What.RESUMED, who, reason);
    }

    /**
     * Ends it for good.
     *
     * @param reason why; absent when none is said
     * @throws RefusedException it holds something, which nobody would value or settle any more
     */
    public ManagedPortfolio archive(long id, String who, @Nullable String reason) {
        return move(id, PortfolioStatus.ARCHIVED, What.ARCHIVED, who, reason);
    }

    /** A portfolio that is where it shall go stays as it is. */
    private ManagedPortfolio move(long id, PortfolioStatus to, What what, String who, @Nullable String reason) {
        return work.durable(() -> {
            ManagedPortfolio before = lock(id);
            return before.status() == to ? before : moved(before, to, what, who, reason);
        });
    }

    private ManagedPortfolio moved(
            ManagedPortfolio before, PortfolioStatus to, What what, String who, @Nullable String reason) {
        requireNotArchived(before);
        int held = before.books().positions().size();
        if (to == PortfolioStatus.ARCHIVED && held > 0) {
            throw new RefusedException(
                    Kind.HOLDS_POSITIONS,
                    "portfolio %d holds %d positions: archive it with liquidate true, or wait until they are settled"
                            .formatted(before.id(), held));
        }
        ManagedPortfolio after = before.in(to, new StatusDecision(who, reason, now()));
        record(after, who, what, before.status().name(), to.name(), reason);
        return stored(before, after);
    }

    /**
     * Deletes a portfolio that never traded, with all that is stored of it. The others are told that it is archived:
     * its number is never used again.
     *
     * @throws RefusedException it has traded, or may be about to
     */
    public void delete(long id, String who) {
        ManagedPortfolio gone = work.durable(() -> {
            ManagedPortfolio portfolio = lock(id);
            portfolios.obstacle(id).ifPresent(obstacle -> {
                throw undeletable(id, obstacle);
            });
            portfolios.delete(id);
            events.changed(portfolio.in(PortfolioStatus.ARCHIVED, new StatusDecision(who, "It was deleted.", now())));
            return portfolio;
        });
        LOG.info("Portfolio {}, {}, was deleted by {}", id, gone.setup().name(), who);
    }

    private static RefusedException undeletable(long id, Portfolios.Obstacle obstacle) {
        return switch (obstacle) {
            case TRADES ->
                new RefusedException(
                        Kind.HAS_TRADED,
                        "portfolio %d has traded, and its books are kept: end it with POST /portfolios/%d/archive"
                                .formatted(id, id));
            case ORDER_WAITS ->
                new RefusedException(
                        Kind.ORDER_WAITS,
                        "an order of portfolio %d waits for risk-service: pause it, and try again in a minute"
                                .formatted(id));
        };
    }

    private ManagedPortfolio stored(ManagedPortfolio before, ManagedPortfolio after) {
        if (after.sequence() != before.sequence()) {
            portfolios.save(after, List.of());
            events.changed(after);
        }
        return after;
    }

    private void record(ManagedPortfolio after, String who, What what, @Nullable String from, String to) {
        record(after, who, what, from, to, null);
    }

    private void record(
            ManagedPortfolio after, String who, What what, @Nullable String from, String to, @Nullable String reason) {
        history.add(
                after.id(), new SetupChange(after.sequence(), after.books().updatedAt(), who, what, from, to, reason));
    }

    private ManagedPortfolio lock(long id) {
        return portfolios.lock(id).orElseThrow(() -> FenceGuard.unknown(id));
    }

    static ManagedPortfolio requireNotArchived(ManagedPortfolio portfolio) {
        if (portfolio.status() == PortfolioStatus.ARCHIVED) {
            throw new RefusedException(
                    Kind.ARCHIVED,
                    "portfolio %d is archived: it can be read and nothing else".formatted(portfolio.id()));
        }
        return portfolio;
    }

    /** Microseconds, as the database keeps them: an event tells the same time as a later question. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
