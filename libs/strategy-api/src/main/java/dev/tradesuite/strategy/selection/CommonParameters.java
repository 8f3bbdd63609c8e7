package dev.tradesuite.strategy.selection;

import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.Range;

/** Parameters that more than one strategy has. */
public final class CommonParameters {

    /** The values of a probability. */
    public static final Range PROBABILITY = Range.of("0", "1");

    private static final Range AMOUNT = Range.of("0", "1000000000000");

    public static final Parameter EVENT_MIN_LIQUIDITY = Parameter.decimal(
            "event_min_liquidity",
            "USD",
            "10000",
            AMOUNT,
            "An event is looked at when the resting orders of all its markets are worth at least this much.");

    public static final Parameter EVENT_MIN_VOLUME = Parameter.decimal(
            "event_min_volume",
            "USD",
            "50000",
            AMOUNT,
            "An event is looked at when at least this much has been traded in all its markets.");

    public static final Parameter MARKET_MIN_LIQUIDITY = Parameter.decimal(
            "market_min_liquidity",
            "USD",
            "10000",
            AMOUNT,
            "A market is looked at when its resting orders are worth at least this much.");

    public static final Parameter MARKET_MIN_VOLUME = Parameter.decimal(
            "market_min_volume",
            "USD",
            "50000",
            AMOUNT,
            "A market is looked at when at least this much has been traded in it.");

    public static final Parameter MAX_POSITIONS = Parameter.integer(
            "max_positions", "count", 10, Range.of("0", "1000"), "So many positions are open at a time at most.");

    public static final Parameter TRADE_AMOUNT =
            Parameter.decimal("trade_amount", "USD", "100", Range.of("0.01", "1000000000"), "Stake of each position.");

    public static final Parameter MAX_SPREAD = Parameter.decimal(
            "max_spread",
            "probability",
            "0.05",
            PROBABILITY,
            "An outcome is bought when its ask is at most this much above its bid; without a bid it is not bought.");

    public static final Parameter COOLDOWN = Parameter.integer(
            "cooldown",
            "hours",
            24,
            Range.of("0", "720"),
            "A market that was sold at a loss, or whose set risk-service refused, is not bought again for so long.");

    private CommonParameters() {}
}
