package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.risk.TradingState;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from a step, in its transaction: a strategy that is suspended or retired gets no weight and only gets
 * out of what it holds; one that comes back may trade again, and gets a weight when somebody gives it one.
 */
final class Consequences {

    private final RestrictionStore restrictions;
    private final TargetWeights weights;

    Consequences(RestrictionStore restrictions, TargetWeights weights) {
        this.restrictions = restrictions;
        this.weights = weights;
    }

    void of(LifecycleStep step) {
        String code = step.move().code();
        if (ends(step.move().to())) {
            restrictions.want(code, TradingState.REDUCE_ONLY, sentence(step), step.at());
            TargetWeights.Change change = new TargetWeights.Change(
                    TargetWeights.Cause.LIFECYCLE, step.move().person(), sentence(step));
            weights.of(code).keySet().forEach(account -> weights.change(account, Map.of(code, 0.0), change));
        } else if (ends(step.from())) {
            restrictions.want(code, TradingState.ACTIVE, sentence(step), step.at());
        }
    }

    Optional<StrategyRestriction> restriction(String code) {
        return restrictions.find(code);
    }

    private static boolean ends(LifecycleState state) {
        return state == LifecycleState.SUSPENDED || state == LifecycleState.RETIRED;
    }

    private static String sentence(LifecycleStep step) {
        return "%s: %s"
                .formatted(
                        RestrictionService.mark(step.move().code(), step.move().to()),
                        step.move().reason());
    }
}
