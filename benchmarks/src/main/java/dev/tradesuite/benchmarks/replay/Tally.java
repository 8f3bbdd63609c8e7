package dev.tradesuite.benchmarks.replay;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.risk.RiskCheckResult;
import dev.tradesuite.contracts.sizing.PositionSize;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was decided. */
final class Tally {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<SignalAction, Long> signals = new EnumMap<>(SignalAction.class);
    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private final Map<String, Long> holds = new TreeMap<>();
    private final Map<String, Long> denials = new TreeMap<>();
    private final Times answers = new Times();
    private final Times insideService = new Times();

    /**
     * Adds a decision.
     *
     * @param nanos from the question to the last byte of the answer
     */
    void add(TradeDecision decision, long nanos) {
        answers.add(nanos);
        insideService.add(Math.round(decision.executionTimeMs() * NANOS_PER_MILLI));
        count(decisions, decision.decision());
        BrainSignal signal = decision.workflow().brainSignal();
        if (signal != null) {
            count(signals, signal.signal());
        }
        switch (decision.decision()) {
            case PROCEED -> {}
            case HOLD -> count(holds, signal == null ? lastOf(decision.reasons()) : firstOf(signal.reasons()));
            case REJECT -> denialsOf(decision).forEach(denial -> count(denials, denial));
        }
    }

    /** A trade can fail several checks, and counts for each of them. */
    private static List<String> denialsOf(TradeDecision decision) {
        List<RiskCheckResult> checks = decision.workflow().riskChecks();
        List<String> failed = checks == null
                ? List.of()
                : checks.stream()
                        .filter(check -> !check.passed())
                        .map(check ->
                                "check %s: %s".formatted(check.check().name().toLowerCase(Locale.ROOT), check.reason()))
                        .toList();
        if (!failed.isEmpty()) {
            return failed;
        }
        PositionSize size = decision.workflow().positionSizing();
        Reason refusal = size == null ? null : size.refusal();
        return List.of(refusal == null ? lastOf(decision.reasons()) : "sizing: " + refusal.code());
    }

    private static String firstOf(List<Reason> reasons) {
        return reasons.isEmpty() ? "no reason" : reasons.getFirst().code();
    }

    private static String lastOf(List<Reason> reasons) {
        return reasons.isEmpty() ? "no reason" : reasons.getLast().code();
    }

    private static <K> void count(Map<K, Long> counts, K key) {
        counts.merge(key, 1L, Long::sum);
    }

    void print(Report report) {
        long all = answers.count();
        long buys = signals.getOrDefault(SignalAction.BUY, 0L);
        long sells = signals.getOrDefault(SignalAction.SELL, 0L);
        long rejects = decisions.getOrDefault(Decision.REJECT, 0L);
        report.table(
                List.of("of", "answer", "count", "share"),
                List.of(
                        row("brain", "BUY", buys, all),
                        row("brain", "SELL", sells, all),
                        row("brain", "HOLD", signals.getOrDefault(SignalAction.HOLD, 0L), all),
                        row("flow", "PROCEED", decisions.getOrDefault(Decision.PROCEED, 0L), all),
                        row("flow", "HOLD", decisions.getOrDefault(Decision.HOLD, 0L), all),
                        row("flow", "REJECT", rejects, all)));
        report.table(
                List.of("why HOLD", "count", "share of all decisions"),
                holds.entrySet().stream()
                        .map(hold -> List.of(
                                hold.getKey(), Report.number(hold.getValue()), Report.percent(hold.getValue(), all)))
                        .toList());
        if (denials.isEmpty()) {
            report.line("");
            report.line("No trade was denied.");
        } else {
            report.table(
                    List.of("why denied", "count", "share of the BUY and SELL signals", "share of the denied"),
                    denials.entrySet().stream()
                            .map(denial -> List.of(
                                    denial.getKey(),
                                    Report.number(denial.getValue()),
                                    Report.percent(denial.getValue(), buys + sells),
                                    Report.percent(denial.getValue(), rejects)))
                            .toList());
        }
        report.table(
                List.of("time of a decision", "count", "p50 ms", "p99 ms"),
                List.of(times("from question to answer", answers), times("inside the orchestrator", insideService)));
    }

    private static List<String> row(String of, String answer, long count, long all) {
        return List.of(of, answer, Report.number(count), Report.percent(count, all));
    }

    private static List<String> times(String name, Times times) {
        return List.of(
                name, Report.number(times.count()), Report.number(times.p50(), 2), Report.number(times.p99(), 2));
    }
}
