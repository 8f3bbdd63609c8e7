package dev.tradesuite.strategy.cycle;

import dev.tradesuite.strategy.parameter.ParameterFault;
import java.util.List;

/** The cycle cannot run as it was asked for; nothing was traded. */
public final class CycleRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot. */
    public enum Cause {
        /** The portfolio is run by another strategy. */
        OTHER_STRATEGY,
        /** The portfolio is paused or archived. */
        NOT_ACTIVE,
        /** The configuration of the portfolio is not valid. */
        CONFIG_NOT_VALID,
        /** Another cycle of the portfolio has been running here for too long. */
        BUSY
    }

    private final Cause why;
    private final transient List<ParameterFault> faults;

    CycleRefusedException(Cause why, String message) {
        this(why, message, List.of());
    }

    CycleRefusedException(Cause why, String message, List<ParameterFault> faults) {
        super(message);
        this.why = why;
        this.faults = List.copyOf(faults);
    }

    public Cause why() {
        return why;
    }

    /** What is wrong with the configuration; empty when that is not why. */
    public List<ParameterFault> faults() {
        return faults;
    }
}
