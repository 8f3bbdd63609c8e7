package dev.tradesuite.benchmarks.following;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.signals.PastSignal;
import dev.tradesuite.instruments.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether every change of a model's signal is one order or one reason, by what the model has said and what was done.
 *
 * @param bars that were looked at
 * @param changes of the signal in them
 * @param orders that came of them
 * @param reasons why there was none, and how often
 * @param violations what is wrong; empty when nothing is
 */
record FollowedChanges(int bars, int changes, int orders, Map<String, Integer> reasons, List<String> violations) {

    FollowedChanges {
        reasons = Map.copyOf(reasons);
        violations = List.copyOf(violations);
    }

    /**
     * Compares them.
     *
     * @param said every bar since the strategy was given capital, oldest first; the first is where it begins
     * @param steps what was done
     */
    static FollowedChanges of(String strategy, List<PastSignal> said, List<FollowingStep> steps) {
        Map<Instant, List<FollowingStep>> byBar = new HashMap<>();
        steps.forEach(step ->
                byBar.computeIfAbsent(step.barClose(), _ -> new ArrayList<>()).add(step));
        Tally tally = new Tally(strategy);
        for (int i = 1; i < said.size(); i++) {
            Direction before = direction(said.get(i - 1).signal());
            Direction after = direction(said.get(i).signal());
            Instant close = said.get(i).timestamp();
            tally.look(close, before, after, byBar.getOrDefault(close, List.of()));
        }
        return new FollowedChanges(
                Math.max(0, said.size() - 1), tally.changes, tally.orders, tally.reasons, tally.violations);
    }

    private static Direction direction(PositionSignal signal) {
        return switch (signal) {
            case LONG -> Direction.LONG;
            case SHORT -> Direction.SHORT;
            case FLAT, CLOSE -> Direction.FLAT;
        };
    }

    /** What was counted so far. */
    private static final class Tally {

        private final String strategy;
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final List<String> violations = new ArrayList<>();
        private int changes;
        private int orders;

        Tally(String strategy) {
            this.strategy = strategy;
        }

        void look(Instant close, Direction before, Direction after, List<FollowingStep> steps) {
            boolean isChange = before != after;
            if (isChange) {
                changes++;
            }
            FollowingLeg wanted = after == Direction.FLAT ? FollowingLeg.CLOSE : FollowingLeg.OPEN;
            if (isChange && steps.stream().noneMatch(step -> step.leg() == wanted && step.to() == after)) {
                violate(close, "nothing was done about the change from %s to %s".formatted(before, after));
            }
            steps.forEach(step -> look(close, isChange, step));
            for (FollowingLeg leg : FollowingLeg.values()) {
                if (leg != FollowingLeg.RESIZE
                        && steps.stream().filter(step -> step.leg() == leg).count() > 1) {
                    violate(close, "%s was done twice".formatted(leg));
                }
            }
        }

        private void look(Instant close, boolean isChange, FollowingStep step) {
            if (step.leg() == FollowingLeg.OPEN && !isChange) {
                violate(close, "a position was opened without a change");
            }
            switch (step.outcome()) {
                case ORDERED -> {
                    orders++;
                    if (step.orderId() == null) {
                        violate(close, "%s has an order nobody can name".formatted(step.leg()));
                    }
                }
                case NOT_FOLLOWED -> {
                    if (step.reason() == null) {
                        violate(close, "%s was not followed, without a reason".formatted(step.leg()));
                    } else {
                        reasons.merge(step.reason().code(), 1, Integer::sum);
                    }
                }
                case PENDING -> violate(close, "%s is still under way".formatted(step.leg()));
            }
        }

        private void violate(Instant close, String what) {
            violations.add("%s, bar that closed at %s: %s".formatted(strategy, close, what));
        }
    }

    /** Whether a step is over. */
    static boolean isOver(FollowingStep step) {
        return step.outcome() != FollowingOutcome.PENDING;
    }
}
