package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.signal.ReplayService.Step;
import dev.tradesuite.contracts.brain.ReplayReport;
import dev.tradesuite.contracts.brain.ReplayRequest;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes replays as they travel. */
final class ReplayMapper {

    private static final double NANOS_PER_MICRO = 1_000;

    private ReplayMapper() {}

    static ReplayReport of(
            String symbol, Timeframe timeframe, ReplayRequest request, List<Step> steps, ModelVersion model) {
        return new ReplayReport(
                symbol,
                timeframe,
                request.from(),
                request.to(),
                steps.size(),
                actions(steps),
                reasons(steps),
                micros(steps, 0.5),
                micros(steps, 0.99),
                RunLabel.BACKTEST,
                SignalMapper.modelInfo(model),
                Boolean.TRUE.equals(request.includeDecisions())
                        ? steps.stream().map(ReplayMapper::decision).toList()
                        : null);
    }

    private static Map<SignalAction, Integer> actions(List<Step> steps) {
        Map<SignalAction, Integer> counts = new EnumMap<>(SignalAction.class);
        for (SignalAction action : SignalAction.values()) {
            counts.put(action, 0);
        }
        steps.forEach(step -> counts.merge(step.action(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> reasons(List<Step> steps) {
        Map<String, Integer> counts = new TreeMap<>();
        steps.forEach(step -> counts.merge(step.reason(), 1, Integer::sum));
        return counts;
    }

    private static @Nullable Double micros(List<Step> steps, double share) {
        if (steps.isEmpty()) {
            return null;
        }
        long[] nanos = steps.stream().mapToLong(Step::nanos).toArray();
        Arrays.sort(nanos);
        return nanos[(int) (share * (nanos.length - 1))] / NANOS_PER_MICRO;
    }

    private static ReplayReport.Decision decision(Step step) {
        return new ReplayReport.Decision(step.asOf(), step.action(), step.score(), step.reason(), step.inputHash());
    }
}
