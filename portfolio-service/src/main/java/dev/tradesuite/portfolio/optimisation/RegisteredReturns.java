package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Daily returns of registered strategies as a table of UTC days, with NaN where a strategy has none. */
final class RegisteredReturns {

    private final ReturnReader reader;
    private final StrategyStates states;
    private final Clock clock;

    RegisteredReturns(ReturnReader reader, StrategyStates states, Clock clock) {
        this.reader = reader;
        this.states = states;
        this.clock = clock;
    }

    /**
     * The table and what should be known of it.
     *
     * @throws ProblemException DUPLICATE_CODE, UNKNOWN_CODE, STRATEGY_RETIRED, LABELS_MIXED, TOO_FEW_OBSERVATIONS
     */
    ReturnTable read(AssetData.Registered wanted, List<String> warnings) {
        requireUsable(wanted.codes());
        LocalDate today = LocalDate.now(clock);
        List<StrategyReturns> found = reader.read(new ReturnReader.Wanted(
                wanted.codes(), today.minusDays(wanted.windowDays() - 1L), today, wanted.label()));
        Set<RunLabel> labels =
                found.stream().map(StrategyReturns::label).collect(Collectors.toCollection(TreeSet::new));
        if (labels.size() > 1) {
            requireMixing(wanted, found);
            warnings.add("Returns of several labels are used together, as asked for: " + names(labels));
        }
        return table(wanted.codes(), found);
    }

    private void requireUsable(List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(code)) {
                throw new ProblemException(ProblemCode.DUPLICATE_CODE, code + " is named twice");
            }
        }
        Map<String, LifecycleState> known = states.of(codes);
        List<String> unknown =
                codes.stream().filter(code -> !known.containsKey(code)).toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_CODE,
                    "Not registered: " + String.join(", ", unknown.subList(0, Math.min(20, unknown.size()))));
        }
        List<String> retired = codes.stream()
                .filter(code -> known.get(code) == LifecycleState.RETIRED)
                .toList();
        if (!retired.isEmpty()) {
            throw new ProblemException(ProblemCode.STRATEGY_RETIRED, "Retired: " + String.join(", ", retired));
        }
    }

    private static void requireMixing(AssetData.Registered wanted, List<StrategyReturns> found) {
        if (!wanted.mixed()) {
            Map<RunLabel, List<String>> byLabel = found.stream()
                    .collect(Collectors.groupingBy(
                            StrategyReturns::label,
                            TreeMap::new,
                            Collectors.mapping(StrategyReturns::code, Collectors.toList())));
            throw new ProblemException(
                    ProblemCode.LABELS_MIXED,
                    byLabel.entrySet().stream()
                            .map(entry -> "%s have %s".formatted(String.join(", ", entry.getValue()), entry.getKey()))
                            .collect(Collectors.joining("; ")));
        }
    }

    private static String names(Set<RunLabel> labels) {
        return labels.stream().map(RunLabel::name).collect(Collectors.joining(", "));
    }

    /** Of several labels of one strategy and day the first in the order of the labels counts: LIVE before PAPER. */
    private static ReturnTable table(List<String> codes, List<StrategyReturns> found) {
        Map<String, Map<LocalDate, Double>> byCode = found.stream()
                .sorted(Comparator.comparing(StrategyReturns::label))
                .collect(Collectors.groupingBy(
                        StrategyReturns::code,
                        Collectors.flatMapping(
                                returns -> returns.days().stream(),
                                Collectors.toMap(DailyReturn::day, DailyReturn::value, (first, _) -> first))));
        List<String> without =
                codes.stream().filter(code -> !byCode.containsKey(code)).toList();
        if (!without.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.TOO_FEW_OBSERVATIONS,
                    "No returns in the window: " + String.join(", ", without.subList(0, Math.min(20, without.size()))));
        }
        long[] days = byCode.values().stream()
                .flatMap(returns -> returns.keySet().stream())
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray();
        double[][] series = codes.stream()
                .map(code -> Arrays.stream(days)
                        .mapToDouble(day -> Optional.ofNullable(
                                        byCode.getOrDefault(code, Map.of()).get(LocalDate.ofEpochDay(day)))
                                .orElse(Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
        return ReturnTable.of(codes, days, series);
    }
}
