package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioChange.What;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens portfolios and changes what a person decides about them. Each change is recorded with who made it. */
public final class PortfolioDesk {

    private final Portfolios portfolios;
    private final Records records;
    private final Announcements announcements;
    private final UnitOfWork work;
    private final Function<Map<String, Object>, String> configText;
    private final Clock clock;

    /** @param configText writes a configuration as people read it in the history */
    public PortfolioDesk(
            Portfolios portfolios,
            Records records,
            Announcements announcements,
            UnitOfWork work,
            Function<Map<String, Object>, String> configText,
            Clock clock) {
        this.portfolios = portfolios;
        this.records = records;
        this.announcements = announcements;
        this.work = work;
        this.configText = configText;
        this.clock = clock;
    }

    /** Opens a portfolio with cash and nothing else. */
    public Portfolio open(String strategyType, BigDecimal initialBalance, Setup setup, String who) {
        return work.durable(() -> {
            Instant now = now();
            Portfolio opened = portfolios.add(new Portfolio(
                    0,
                    strategyType,
                    PortfolioStatus.ACTIVE,
                    setup,
                    Funds.of(initialBalance),
                    List.of(),
                    0,
                    1,
                    now,
                    now));
            record(opened, who, What.CREATED, null, setup.name());
            announcements.changed(opened);
            announcements.valued(opened);
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
    public record Wish(@Nullable String name, @Nullable Config config, @Nullable String schedule) {

        /**
         * A configuration.
         *
         * @param values parameters that differ from the strategy's defaults
         * @param checked whether the strategy's controller has found them valid
         */
        public record Config(Map<String, Object> values, boolean checked) {}
    }

    /** Changes the setup; a wish for what is already so changes nothing. */
    public Portfolio change(long id, Wish wish, String who) {
        return work.durable(() -> {
            Portfolio before = requireNotArchived(lock(id));
            Portfolio after = before;
            Instant now = now();
            Setup setup = before.setup();
            if (wish.name() != null && !wish.name().equals(setup.name())) {
                after = after.renamed(wish.name(), now);
                record(after, who, What.RENAMED, setup.name(), wish.name());
            }
            Wish.Config config = wish.config();
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
            if (wish.schedule() != null && !wish.schedule().equals(setup.schedule())) {
                after = after.scheduled(wish.schedule(), now);
                record(after, who, What.SCHEDULED, setup.schedule(), wish.schedule());
            }
            return stored(before, after);
        });
    }

    /** Its cycles rest. */
    public Portfolio pause(long id, String who) {
        return move(id, PortfolioStatus.PAUSED, What.PAUSED, who);
    }

    /** Its cycles run again. */
    public Portfolio resume(long id, String who) {
        return move(id, PortfolioStatus.ACTIVE, What.RESUMED, who);
    }

    /** Ends it for good; positions stay as they are. */
    public Portfolio archive(long id, String who) {
        return move(id, PortfolioStatus.ARCHIVED, What.ARCHIVED, who);
    }

    /** A portfolio that is where it shall go stays as it is. */
    private Portfolio move(long id, PortfolioStatus to, What what, String who) {
        return work.durable(() -> {
            Portfolio before = lock(id);
            if (before.status() == to) {
                return before;
            }
            Portfolio after = requireNotArchived(before).in(to, now());
            record(after, who, what, before.status().name(), to.name());
            return stored(before, after);
        });
    }

    private Portfolio stored(Portfolio before, Portfolio after) {
        if (after.sequence() != before.sequence()) {
            portfolios.save(after, List.of());
            announcements.changed(after);
        }
        return after;
    }

    private void record(Portfolio after, String who, What what, @Nullable String from, String to) {
        records.add(after.id(), new Change(after.sequence(), after.updatedAt(), who, what, from, to));
    }

    private Portfolio lock(long id) {
        return portfolios.lock(id).orElseThrow(() -> Runs.unknown(id));
    }

    private static Portfolio requireNotArchived(Portfolio portfolio) {
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
