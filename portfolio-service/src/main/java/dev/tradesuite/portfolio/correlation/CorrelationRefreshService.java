package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationHistory.Cause;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.returns.HourlyReturns;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Computes the correlations of all strategies anew, for each label and window, stores them and tells what has changed.
 * Of two that do so at the same time the second waits for the first.
 */
public final class CorrelationRefreshService {

    /** What a pair is judged by: long enough to be no accident, short enough to be of now. */
    static final CorrelationWindow JUDGED = CorrelationWindow.DAYS_90;

    private static final List<CorrelationWindow> DAILY =
            List.of(CorrelationWindow.DAYS_30, CorrelationWindow.DAYS_90, CorrelationWindow.DAYS_365);
    private static final int LONGEST = 365;

    private final PanelReader panels;
    private final Returns returns;
    private final CorrelationCalculator calculator;
    private final CorrelationWatch watch;
    private final Keeping keeping;
    private final UnitOfWork work;
    private final Clock clock;

    CorrelationRefreshService(
            PanelReader panels,
            Returns returns,
            CorrelationCalculator calculator,
            CorrelationWatch watch,
            Keeping keeping,
            UnitOfWork work,
            Clock clock) {
        this.panels = panels;
        this.returns = returns;
        this.calculator = calculator;
        this.watch = watch;
        this.keeping = keeping;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Where returns come from.
     *
     * @param days the daily ones
     * @param askForHours asks the sources for the newest hours; what does not answer stays as it is
     */
    record Returns(ReturnReader days, Runnable askForHours) {}

    /** Where correlations go. */
    record Keeping(CorrelationStore store, CorrelationCache cache, CorrelationEvents events) {}

    /** A matrix that was computed. */
    public record Computed(RunLabel label, CorrelationSnapshot snapshot) {}

    /** What a refresh did. */
    public record Outcome(Instant asOf, long version, List<Computed> computed, int pairChanges, int regimeChanges) {

        public Outcome {
            computed = List.copyOf(computed);
        }
    }

    /** Computes all anew. */
    public Outcome refresh() {
        // Before the transaction, which nothing remote keeps open.
        returns.askForHours().run();
        Outcome outcome = work.durable(this::compute);
        outcome.computed().forEach(one -> keeping.cache().put(key(one), one.snapshot()));
        return outcome;
    }

    private Outcome compute() {
        Instant now = now();
        CorrelationCalculator.Moment moment =
                new CorrelationCalculator.Moment(now, keeping.store().nextVersion(now));
        List<String> codes = panels.all();
        List<Computed> computed = new ArrayList<>();
        int pairChanges = 0;
        int regimeChanges = 0;
        for (Map.Entry<RunLabel, Read> label : byLabel(codes, now).entrySet()) {
            Map<CorrelationWindow, CorrelationSnapshot> windows = windows(label.getValue(), codes, moment);
            windows.values().forEach(snapshot -> computed.add(new Computed(label.getKey(), snapshot)));
            pairChanges += pairs(label.getKey(), windows, now);
            regimeChanges += regime(label.getKey(), windows, now);
        }
        computed.forEach(one -> keeping.store().keep(one.label(), Cause.DAILY, one.snapshot()));
        return new Outcome(now, moment.version(), computed, pairChanges, regimeChanges);
    }

    /** What was read under one label. */
    private record Read(List<StrategyReturns> days, List<HourlyReturns> hours) {}

    private Map<RunLabel, Read> byLabel(List<String> codes, Instant now) {
        Map<RunLabel, Read> labels = new EnumMap<>(RunLabel.class);
        if (!codes.isEmpty()) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            List<HourlyReturns> hours = panels.hours(codes, Optional.empty(), now);
            hours.forEach(one -> of(one.label(), labels).hours().add(one));
            DaySoFar.added(
                            returns.days()
                                    .read(new ReturnReader.Wanted(
                                            codes, CorrelationDays.start(today, LONGEST), today, Optional.empty())),
                            hours,
                            today)
                    .forEach(one -> of(one.label(), labels).days().add(one));
        }
        return labels;
    }

    private static Read of(RunLabel label, Map<RunLabel, Read> labels) {
        return labels.computeIfAbsent(label, _ -> new Read(new ArrayList<>(), new ArrayList<>()));
    }

    private Map<CorrelationWindow, CorrelationSnapshot> windows(
            Read read, List<String> codes, CorrelationCalculator.Moment moment) {
        Map<CorrelationWindow, ReturnPanel> panelsOf = new EnumMap<>(CorrelationWindow.class);
        if (!read.days().isEmpty()) {
            DAILY.forEach(window -> panelsOf.put(
                    window,
                    ReturnPanel.of(
                            read.days(), codes, CorrelationDays.of(window).orElseThrow())));
        }
        if (!read.hours().isEmpty()) {
            panelsOf.put(CorrelationWindow.HOURS_OF_10_DAYS, ReturnPanel.ofHours(read.hours(), codes));
        }
        Map<CorrelationWindow, CorrelationSnapshot> windows = new EnumMap<>(CorrelationWindow.class);
        panelsOf.forEach((window, panel) -> {
            if (calculator.of(panel, window, CorrelationEstimator.SAMPLE, moment)
                    instanceof CorrelationOutcome.Known<CorrelationSnapshot>(CorrelationSnapshot snapshot)) {
                windows.put(window, snapshot);
            }
        });
        return windows;
    }

    private int pairs(RunLabel label, Map<CorrelationWindow, CorrelationSnapshot> windows, Instant now) {
        CorrelationSnapshot judged = windows.get(JUDGED);
        if (judged == null) {
            return 0;
        }
        List<CorrelationWatch.PairChange> changes = watch.pairs(keeping.store().alike(label), judged);
        for (CorrelationWatch.PairChange change : changes) {
            if (change.above()) {
                keeping.store().begin(label, change.pair(), change.correlation().orElseThrow(), now);
            } else {
                keeping.store().end(label, change.pair());
            }
            keeping.events().pairChanged(label, change, now);
        }
        return changes.size();
    }

    private int regime(RunLabel label, Map<CorrelationWindow, CorrelationSnapshot> windows, Instant now) {
        Optional<CorrelationWatch.RegimeChange> change = watch.regime(
                keeping.store().shifted(label),
                average(windows.get(CorrelationWindow.DAYS_30)),
                average(windows.get(CorrelationWindow.DAYS_365)));
        change.ifPresent(found -> {
            keeping.store().setShifted(label, found.shifted(), now);
            windows.values().forEach(snapshot -> keeping.store().keep(label, Cause.REGIME, snapshot));
            keeping.events().regimeChanged(label, found, now);
        });
        return change.isPresent() ? 1 : 0;
    }

    private static OptionalDouble average(@Nullable CorrelationSnapshot snapshot) {
        return snapshot == null ? OptionalDouble.empty() : snapshot.figures().average();
    }

    private static CorrelationKey key(Computed one) {
        return new CorrelationKey(
                one.snapshot().basis().window(),
                ReturnLabels.only(one.label()),
                CorrelationEstimator.SAMPLE,
                List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
