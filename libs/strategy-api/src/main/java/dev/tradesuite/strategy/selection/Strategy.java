package dev.tradesuite.strategy.selection;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a strategy. It keeps nothing between two calls: the same input gives the same answer.
 *
 * <p>Among its parameters are {@link CommonParameters#MAX_POSITIONS} and, unless it has filters of its own, those of
 * the {@link LiquidityFilter}.
 */
public interface Strategy {

    /** Key of the strategy in settings and portfolios, such as {@code momentum}. */
    String type();

    /** For people, such as {@code Momentum Strategy}. */
    String name();

    /** What it does in a few words. */
    String description();

    /** Version of the rules; another version may decide otherwise on the same markets. */
    String version();

    /** What a portfolio may set. */
    ParameterSet parameters();

    /** Checks what a portfolio sets. */
    default Checked validate(Map<String, ? extends @Nullable Object> config) {
        return parameters().check(config);
    }

    /** How far back it looks at prices; the controller remembers them for so long. */
    default Duration lookback() {
        return Duration.ZERO;
    }

    /** Why the markets of the event are not looked at; empty when they are. */
    default Optional<Miss> miss(MarketEvent event, ParameterValues config) {
        return LiquidityFilter.miss(event, config);
    }

    /** Why the market, of an event that was kept, is not looked at; empty when it is. */
    default Optional<Miss> miss(Market market, ParameterValues config) {
        return LiquidityFilter.miss(market, config);
    }

    /** What it wants to trade. Best first, open slots and markets held already are not its concern. */
    Selection select(StrategyInput input);
}
