package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.TrackRecord;
import dev.tradesuite.quant.performance.Metric;
import java.time.LocalDate;
import java.util.List;

/** Whether a strategy lags behind its benchmark and its target. Pure functions. */
final class LagGates {

    private LagGates() {}

    /**
     * What is looked at.
     *
     * @param own returns of the strategy under the label it is judged by, oldest first
     * @param benchmark those of its benchmark under the same label, oldest first
     * @param periodsPerYear trading days in a year of its market
     */
    record Measured(List<DailyReturn> own, List<DailyReturn> benchmark, double periodsPerYear, LocalDate today) {

        Measured {
            own = List.copyOf(own);
            benchmark = List.copyOf(benchmark);
        }
    }

    /**
     * The excess return over the days looked back, as it was on each of the days running; told is the best of them.
     * Each must be below 0 to break the rule:
     *
     * <pre>
     *     e(k) = prod(1 + r) - prod(1 + b), over the days that end k days before the newest common one
     * </pre>
     */
    static GateEvidence excess(Measured measured, RotationLimits limits) {
        if (measured.benchmark().isEmpty()) {
            return GateEvidence.plain(
                    LifecycleGate.EXCESS_RETURN, EvidenceReason.NO_BENCHMARK, EvidenceReason.NO_BENCHMARK.sentence());
        }
        CommonDays common = CommonDays.of(measured.own(), measured.benchmark());
        RotationLimits.Lag lag = limits.lag();
        int needed = lag.days() + lag.running() - 1;
        if (common.size() < needed) {
            return GateEvidence.unknown(
                    LifecycleGate.EXCESS_RETURN,
                    "%d days in common with the benchmark, %d are needed".formatted(common.size(), needed));
        }
        if (isStale(common.days().getLast(), measured.today(), limits)) {
            return stale(LifecycleGate.EXCESS_RETURN, common.days().getLast());
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int back = 0; back < lag.running(); back++) {
            int to = common.size() - back;
            best = Math.max(best, common.excess(to - lag.days(), to));
        }
        return GateEvidence.atLeast(LifecycleGate.EXCESS_RETURN, Metric.of(best), Metric.of(0));
    }

    /** The yearly Sharpe ratio of the newest days, beside part of its target. */
    static GateEvidence sharpe(Measured measured, RotationLimits limits) {
        RotationLimits.Lag lag = limits.lag();
        List<DailyReturn> own = measured.own();
        if (own.size() < lag.days()) {
            return GateEvidence.unknown(
                    LifecycleGate.RECENT_SHARPE, "%d returns, %d are needed".formatted(own.size(), lag.days()));
        }
        if (isStale(own.getLast().day(), measured.today(), limits)) {
            return stale(LifecycleGate.RECENT_SHARPE, own.getLast().day());
        }
        return GateEvidence.atLeast(
                LifecycleGate.RECENT_SHARPE,
                TrackRecord.of(own.subList(own.size() - lag.days(), own.size()), measured.periodsPerYear())
                        .sharpe(),
                Metric.of(lag.sharpeShare() * lag.targetSharpe()));
    }

    private static boolean isStale(LocalDate newest, LocalDate today, RotationLimits limits) {
        return newest.isBefore(today.minusDays(limits.handling().staleDays()));
    }

    private static GateEvidence stale(LifecycleGate gate, LocalDate newest) {
        return GateEvidence.plain(
                gate,
                EvidenceReason.RETURNS_TOO_OLD,
                "The newest return is of %s, which is too old to say anything about today".formatted(newest));
    }
}
