package dev.tradesuite.portfolio.correlation;

import java.util.List;

/** The strategies there are. */
@FunctionalInterface
public interface CorrelatedStrategies {

    /** Every registered one, by code. */
    List<One> all();

    /**
     * A strategy.
     *
     * @param source where its returns come from, such as {@code hold:AAPL}
     * @param retired whether it is over; it counts only when it is named
     */
    record One(String code, String source, boolean retired) {}
}
