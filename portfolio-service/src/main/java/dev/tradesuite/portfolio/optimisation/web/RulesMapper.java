package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.AssetGroup;
import dev.tradesuite.contracts.portfolio.CorrelatedLimit;
import dev.tradesuite.contracts.portfolio.LinearConstraint;
import dev.tradesuite.contracts.portfolio.OptimizationConstraints;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.optimisation.WeightRules;
import dev.tradesuite.portfolio.optimisation.WeightRules.Row;
import dev.tradesuite.support.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what weights must keep. */
final class RulesMapper {

    private RulesMapper() {}

    static WeightRules rules(@Nullable OptimizationConstraints stated) {
        return stated == null
                ? WeightRules.DEFAULT
                : new WeightRules(
                        !Boolean.FALSE.equals(stated.defaults()),
                        Boolean.TRUE.equals(stated.marketNeutral()),
                        new WeightRules.Range(number(stated.weightMin()), number(stated.weightMax()), bounds(stated)),
                        rows(stated),
                        new WeightRules.HoldingRange(
                                count(stated.minHoldings()),
                                count(stated.maxHoldings()),
                                number(stated.minWeightIfHeld())),
                        Optional.ofNullable(stated.correlated()).map(RulesMapper::together),
                        new WeightRules.Terms(
                                ModelsMapper.or(stated.l2(), 0),
                                ModelsMapper.or(stated.transactionCost(), 0),
                                number(stated.turnoverMax())));
    }

    private static Map<String, WeightRules.Bounds> bounds(OptimizationConstraints stated) {
        Map<String, WeightRules.Bounds> bounds = new HashMap<>();
        if (stated.bounds() != null) {
            stated.bounds()
                    .forEach((code, range) -> bounds.put(code, new WeightRules.Bounds(range.get(0), range.get(1))));
        }
        return bounds;
    }

    private static List<Row> rows(OptimizationConstraints stated) {
        List<Row> rows = new ArrayList<>();
        if (stated.groups() != null) {
            stated.groups().forEach(group -> rows.add(group(group)));
        }
        if (stated.linear() != null) {
            stated.linear().forEach(linear -> rows.add(linear(linear)));
        }
        return rows;
    }

    private static Row group(AssetGroup group) {
        Map<String, Double> members = new HashMap<>();
        for (String code : group.codes()) {
            if (members.put(code, 1.0) != null) {
                throw new ProblemException(
                        ProblemCode.DUPLICATE_CODE, "Group %s names %s twice".formatted(group.name(), code));
            }
        }
        return new Row(
                group.name(),
                members,
                ModelsMapper.or(group.min(), Double.NEGATIVE_INFINITY),
                ModelsMapper.or(group.max(), Double.POSITIVE_INFINITY));
    }

    private static Row linear(LinearConstraint linear) {
        String name = new TreeMap<>(linear.coefficients())
                .entrySet().stream()
                        .limit(8)
                        .map(term -> term.getValue() + " x " + term.getKey())
                        .collect(Collectors.joining(" + "));
        double value = linear.value();
        return switch (linear.op()) {
            case AT_MOST -> new Row(name, linear.coefficients(), Double.NEGATIVE_INFINITY, value);
            case AT_LEAST -> new Row(name, linear.coefficients(), value, Double.POSITIVE_INFINITY);
            case EQUAL -> new Row(name, linear.coefficients(), value, value);
        };
    }

    private static WeightRules.Together together(CorrelatedLimit limit) {
        return new WeightRules.Together(
                ModelsMapper.or(limit.above(), WeightRules.Together.DEFAULT.above()),
                ModelsMapper.or(limit.max(), WeightRules.Together.DEFAULT.most()));
    }

    private static OptionalDouble number(@Nullable Double stated) {
        return stated == null ? OptionalDouble.empty() : OptionalDouble.of(stated);
    }

    private static OptionalInt count(@Nullable Integer stated) {
        return stated == null ? OptionalInt.empty() : OptionalInt.of(stated);
    }
}
