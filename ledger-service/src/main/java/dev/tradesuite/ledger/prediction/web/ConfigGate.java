package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.prediction.StrategyConfigs;
import dev.tradesuite.support.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets only configurations pass that nobody has found fault with. */
@Component
final class ConfigGate {

    private final StrategyConfigs configs;

    ConfigGate(StrategyConfigs configs) {
        this.configs = configs;
    }

    /**
     * Says whether the controller of the strategy has found the configuration valid; false when it could not be asked.
     *
     * @throws ProblemException naming every faulty parameter, or the strategy when it is not known
     */
    boolean checked(String strategyType, Map<String, Object> config) {
        return switch (configs.check(strategyType, config)) {
            case StrategyConfigs.Check.Valid() -> true;
            case StrategyConfigs.Check.NotChecked() -> false;
            case StrategyConfigs.Check.UnknownStrategy(List<String> known) -> throw unknown(strategyType, known);
            case StrategyConfigs.Check.Faulty(List<StrategyConfigs.Fault> faults) ->
                throw ProblemException.invalid(
                        faults.stream().map(ConfigGate::field).toList());
        };
    }

    private static ProblemException unknown(String strategyType, List<String> known) {
        String message = "must be one of " + String.join(", ", known);
        return new ProblemException(
                ProblemCode.UNKNOWN_STRATEGY,
                "strategy_type %s is not known, %s".formatted(strategyType, message),
                List.of(new FieldError("strategy_type", ProblemCode.UNKNOWN_STRATEGY.name(), message, strategyType)));
    }

    private static FieldError field(StrategyConfigs.Fault fault) {
        return new FieldError("strategy_config." + fault.parameter(), fault.code(), fault.message(), fault.rejected());
    }
}
