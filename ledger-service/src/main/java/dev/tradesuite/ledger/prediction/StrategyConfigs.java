package dev.tradesuite.ledger.prediction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the controller of a strategy whether it can work with a configuration. */
public interface StrategyConfigs {

    Check check(String strategyType, Map<String, Object> config);

    /** What came of it. */
    sealed interface Check {

        /** The controller can work with it. */
        record Valid() implements Check {}

        /** The controller could not be asked; each cycle checks again. */
        record NotChecked() implements Check {}

        /**
         * No such strategy is mapped.
         *
         * @param known those that are
         */
        record UnknownStrategy(List<String> known) implements Check {}

        /** The controller cannot work with it. */
        record Faulty(List<Fault> faults) implements Check {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * What is wrong with a parameter.
     *
     * @param parameter its key
     * @param code stable name of the rule that was broken
     * @param message what was expected
     * @param rejected what was found; absent when there was nothing
     */
    record Fault(String parameter, String code, String message, @Nullable String rejected) {}
}
