package dev.tradesuite.portfolio.returns;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.portfolio.registry.LastFetch;
import dev.tradesuite.portfolio.registry.LastFetches;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the sources of strategies for the returns of the days that are over. */
public final class ReturnRefreshService {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnRefreshService.class);

    /** Days before the last success that are asked for again: what was booked late corrects them. */
    private static final int AGAIN = 7;

    private static final int PAGE = 500;

    private final StrategyStore strategies;
    private final List<EquitySource> sources;
    private final ReturnStore store;
    private final FetchLog log;
    private final LastFetches fetches;
    private final UnitOfWork work;
    private final Clock clock;

    ReturnRefreshService(Parts parts, List<EquitySource> sources, UnitOfWork work, Clock clock) {
        this.strategies = parts.strategies();
        this.store = parts.store();
        this.log = parts.log();
        this.fetches = parts.fetches();
        this.sources = List.copyOf(sources);
        this.work = work;
        this.clock = clock;
    }

    /** What the service keeps things in. */
    record Parts(StrategyStore strategies, ReturnStore store, FetchLog log, LastFetches fetches) {}

    /** What asking a source brought. */
    public sealed interface Refresh {

        /**
         * It answered.
         *
         * @param from first day asked for
         * @param through last day asked for
         */
        record Refreshed(LocalDate from, LocalDate through, ReturnStore.Stored stored, List<AbsentDay> absent)
                implements Refresh {}

        /** It did not; what is stored stays as it is. */
        record Failed(Reason why) implements Refresh {}

        /** There is nobody to ask: the returns are handed in. */
        record NobodyToAsk() implements Refresh {}
    }

    /**
     * Asks for all strategies that are not retired, one after the other; what goes wrong with one is kept with it and
     * stops no other.
     *
     * @return whether all went well
     */
    public boolean refreshAll() {
        boolean allWell = true;
        String after = "";
        List<RegisteredStrategy> page;
        do {
            page = strategies.list(after, PAGE);
            for (RegisteredStrategy strategy : page) {
                allWell &= strategy.state() == LifecycleState.RETIRED || refreshed(strategy);
                after = strategy.code();
            }
        } while (page.size() == PAGE);
        return allWell;
    }

    private boolean refreshed(RegisteredStrategy strategy) {
        try {
            return !(refresh(strategy) instanceof Refresh.Failed);
        } catch (RuntimeException e) {
            LOG.warn("Returns of {} could not be refreshed", strategy.code(), e);
            log.failed(strategy.code(), reason(ReturnReason.SOURCE_UNREADABLE), now());
            return false;
        }
    }

    /** Asks for one strategy, and keeps with it how that went. */
    public Refresh refresh(RegisteredStrategy strategy) {
        Optional<EquitySource> source =
                sources.stream().filter(one -> one.knows(strategy.source())).findFirst();
        return source.isEmpty() ? new Refresh.NobodyToAsk() : refresh(strategy, source.get());
    }

    private Refresh refresh(RegisteredStrategy strategy, EquitySource source) {
        LocalDate through = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        LocalDate from = from(strategy, through.minusDays(source.days()));
        return switch (source.ends(strategy.source(), from, through)) {
            case EquitySource.Answer.Unknown(Reason why) -> {
                log.failed(strategy.code(), why, now());
                yield new Refresh.Failed(why);
            }
            case EquitySource.Answer.Ends(List<DayEquity> ends) -> stored(strategy, from, through, ends);
        };
    }

    private Refresh stored(RegisteredStrategy strategy, LocalDate from, LocalDate through, List<DayEquity> ends) {
        EquityReturns found = EquityReturns.of(ends);
        Instant now = now();
        ReturnStore.Stored stored = work.durable(() -> {
            ReturnStore.Stored sum = found.returns().stream()
                    .filter(one -> !one.value().day().isBefore(from)
                            && !one.value().day().isAfter(through))
                    .collect(groupingBy(
                            one -> DayLabels.of(
                                    strategy, one.label(), one.value().day()),
                            mapping(EquityReturns.LabelledReturn::value, toList())))
                    .entrySet()
                    .stream()
                    .map(days -> store.add(strategy.code(), days.getKey(), days.getValue(), now))
                    .reduce(ReturnStore.Stored.NOTHING, ReturnStore.Stored::plus);
            log.succeeded(strategy.code(), now);
            return sum;
        });
        return new Refresh.Refreshed(from, through, stored, found.absent());
    }

    private LocalDate from(RegisteredStrategy strategy, LocalDate earliest) {
        return Optional.ofNullable(fetches.of(List.of(strategy.code())).get(strategy.code()))
                .flatMap(LastFetch::succeededAt)
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(AGAIN))
                .filter(day -> day.isAfter(earliest))
                .orElse(earliest);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static Reason reason(ReturnReason why) {
        return Reason.of(why, why.sentence());
    }
}
