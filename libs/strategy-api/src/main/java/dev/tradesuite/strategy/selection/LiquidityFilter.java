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

/** Keeps what is traded enough to get in and out of. */
public final class LiquidityFilter {

    /** The parameters it reads. */
    public static final List<Parameter> PARAMETERS =
            List.of(EVENT_MIN_LIQUIDITY, EVENT_MIN_VOLUME, MARKET_MIN_LIQUIDITY, MARKET_MIN_VOLUME);

    private LiquidityFilter() {}

    /** Whether the event is traded, and enough. */
    public static boolean keeps(MarketEvent event, ParameterValues config) {
        return event.active()
                && event.liquidity().compareTo(config.decimal(EVENT_MIN_LIQUIDITY)) >= 0
                && event.volume().compareTo(config.decimal(EVENT_MIN_VOLUME)) >= 0;
    }

    /** Whether the market takes orders, and is traded enough. */
    public static boolean keeps(Market market, ParameterValues config) {
        return market.tradable()
                && market.liquidity().compareTo(config.decimal(MARKET_MIN_LIQUIDITY)) >= 0
                && market.volume().compareTo(config.decimal(MARKET_MIN_VOLUME)) >= 0;
    }
}
