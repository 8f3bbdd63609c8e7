package dev.tradesuite.strategy.selection;

import static dev.tradesuite.strategy.selection.CommonParameters.EVENT_MIN_LIQUIDITY;
import static dev.tradesuite.strategy.selection.CommonParameters.EVENT_MIN_VOLUME;
import static dev.tradesuite.strategy.selection.CommonParameters.MARKET_MIN_LIQUIDITY;
import static dev.tradesuite.strategy.selection.CommonParameters.MARKET_MIN_VOLUME;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterValues;
import java.util.List;
import java.util.Optional;

/** Keeps what is traded enough to get in and out of. */
public final class LiquidityFilter {

    /** The parameters it reads. */
    public static final List<Parameter> PARAMETERS =
            List.of(EVENT_MIN_LIQUIDITY, EVENT_MIN_VOLUME, MARKET_MIN_LIQUIDITY, MARKET_MIN_VOLUME);

    private LiquidityFilter() {}

    /** What keeps the event out; empty when it is traded, and enough. */
    public static Optional<Miss> miss(MarketEvent event, ParameterValues config) {
        return Miss.unless(event.active(), "active")
                .or(() -> Miss.below(EVENT_MIN_LIQUIDITY, event.liquidity(), config))
                .or(() -> Miss.below(EVENT_MIN_VOLUME, event.volume(), config));
    }

    /** What keeps the market out; empty when it takes orders, and is traded enough. */
    public static Optional<Miss> miss(Market market, ParameterValues config) {
        return Miss.unless(market.tradable(), "tradable")
                .or(() -> Miss.below(MARKET_MIN_LIQUIDITY, market.liquidity(), config))
                .or(() -> Miss.below(MARKET_MIN_VOLUME, market.volume(), config));
    }
}
