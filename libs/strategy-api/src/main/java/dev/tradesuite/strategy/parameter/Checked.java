package dev.tradesuite.strategy.parameter;

import java.util.List;

/** A configuration after it was checked. */
public sealed interface Checked {

    /**
     * It can be used.
     *
     * @param config with the defaults filled in
     */
    record Valid(ParameterValues config) implements Checked {}

    /**
     * It cannot be used.
     *
     * @param faults everything that is wrong with it
     */
    record Invalid(List<ParameterFault> faults) implements Checked {

        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
