package dev.tradesuite.strategy.selection;

import static dev.tradesuite.strategy.SampleMarkets.event;
import static dev.tradesuite.strategy.SampleMarkets.market;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiquidityFilterTest {

    /** Its resting orders are worth 20,000 USD, and 80,000 USD were traded. */
    private final Market market = market("a", "0.5");

    @Test
    void keepsAMarketThatReachesBothFloors() {
        assertThat(LiquidityFilter.miss(market, floors("market_min_liquidity", 20_000, "market_min_volume", 80_000)))
                .isEmpty();
        assertThat(LiquidityFilter.miss(market, floors("market_min_liquidity", 20_001, "market_min_volume", 0)))
                .isPresent();
        assertThat(LiquidityFilter.miss(market, floors("market_min_liquidity", 0, "market_min_volume", 80_001)))
                .isPresent();
    }

    @Test
    void dropsAMarketThatTakesNoOrders() {
        assertThat(LiquidityFilter.miss(
                        market("closed", "0.5", false, null),
                        floors("market_min_liquidity", 0, "market_min_volume", 0)))
                .isPresent();
    }

    /** 100,000 USD were traded in all its markets. */
    @Test
    void keepsAnEventThatReachesBothFloors() {
        ParameterValues floors = floors("event_min_liquidity", 500, "event_min_volume", 100_000);

        assertThat(LiquidityFilter.miss(event("e", 500, market), floors)).isEmpty();
        assertThat(LiquidityFilter.miss(event("e", 499, market), floors)).isPresent();
        assertThat(LiquidityFilter.miss(
                        event("e", 500, market), floors("event_min_liquidity", 0, "event_min_volume", 100_001)))
                .isPresent();
    }

    private static ParameterValues floors(String liquidity, int least, String volume, int leastTraded) {
        ParameterSet parameters = new ParameterSet(LiquidityFilter.PARAMETERS, List.of());
        if (parameters.check(Map.of(liquidity, least, volume, leastTraded))
                instanceof Checked.Valid(ParameterValues values)) {
            return values;
        }
        throw new AssertionError("not valid");
    }
}
