package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the sources of strategies for their hours: the first time as far back as they tell, later for the newest ones. A
 * return is between the end of an hour and that of the newest hour before it that has one, by the formula of days.
 */
public final class HourlyReturnService {

    /** How long hours are kept: so that windows of ten days go before one another. */
    public static final Duration KEPT = Duration.ofDays(40);

    private static final Logger LOG = LoggerFactory.getLogger(HourlyReturnService.class);

    private static final int PAGE = 500;

    private final StrategyStore strategies;
    private final List<HourlySource> sources;
    private final HourlyReturnStore store;
    private final UnitOfWork work;
    private final Clock clock;

    HourlyReturnService(
            StrategyStore strategies,
            List<HourlySource> sources,
            HourlyReturnStore store,
            UnitOfWork work,
            Clock clock) {
        this.strategies = strategies;
        this.sources = List.copyOf(sources);
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Asks for all strategies that are not retired and whose source tells hours. What does not answer stays as it is
     * stored, and grows old; a service that is away is not asked for the others.
     *
     * @return how many were told of
     */
    public int refreshAll() {
        Instant now = clock.instant();
        Set<HourlySource> away = new HashSet<>();
        Map<String, Instant> newest = store.newestHours();
        int told = 0;
        String after = "";
        List<RegisteredStrategy> page;
        do {
            page = strategies.list(after, PAGE);
            for (RegisteredStrategy strategy : page) {
                told += strategy.state() != LifecycleState.RETIRED
                                && refreshed(strategy, Optional.ofNullable(newest.get(strategy.code())), now, away)
                        ? 1
                        : 0;
                after = strategy.code();
            }
        } while (page.size() == PAGE);
        store.forgetHoursBefore(now.minus(KEPT));
        return told;
    }

    private boolean refreshed(
            RegisteredStrategy strategy, Optional<Instant> newest, Instant now, Set<HourlySource> away) {
        for (HourlySource source : sources) {
            if (source.knows(strategy.source()) && !away.contains(source)) {
                Instant earliest = now.minus(source.reach());
                Instant after = newest.map(end -> end.minus(source.again()))
                        .filter(earliest::isBefore)
                        .orElse(earliest);
                try {
                    return switch (source.hours(strategy.source(), after, now)) {
                        case HourlySource.Answer.Hours(List<HourEquity> ends) -> {
                            stored(strategy, ends, after);
                            yield true;
                        }
                        case HourlySource.Answer.Unknown(Reason why) -> {
                            LOG.debug("Hours of {} are not known: {}", strategy.code(), why.message());
                            yield false;
                        }
                        case HourlySource.Answer.Away(Reason why) -> {
                            LOG.info(
                                    "Hours of {} and others like it are not known: {}", strategy.code(), why.message());
                            away.add(source);
                            yield false;
                        }
                    };
                } catch (RuntimeException e) {
                    // What is wrong with one stops no other.
                    LOG.warn("Hours of {} could not be read", strategy.code(), e);
                    return false;
                }
            }
        }
        return false;
    }

    private void stored(RegisteredStrategy strategy, List<HourEquity> ends, Instant after) {
        Map<RunLabel, List<HourlyReturn>> returns = new EnumMap<>(RunLabel.class);
        for (int i = 1; i < ends.size(); i++) {
            HourEquity before = ends.get(i - 1);
            HourEquity end = ends.get(i);
            OptionalDouble value = EquityReturns.value(
                    before.equity(), end.equity(), end.contributed().subtract(before.contributed()));
            if (value.isPresent() && value.getAsDouble() >= -1 && end.end().isAfter(after)) {
                HourlyReturn hour = new HourlyReturn(end.end(), value.getAsDouble());
                returns.computeIfAbsent(DayLabels.of(strategy, end.label(), hour.day()), _ -> new ArrayList<>())
                        .add(hour);
            }
        }
        work.relaxed(() -> returns.forEach((label, hours) -> store.put(strategy.code(), label, hours)));
    }
}
