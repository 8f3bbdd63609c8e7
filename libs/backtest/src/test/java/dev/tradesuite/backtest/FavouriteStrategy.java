package dev.tradesuite.backtest;

import dev.tradesuite.market.Market;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.rule.MomentumRule;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The momentum strategy put together of the shared rules; on request it sells what has risen to a price. */
final class FavouriteStrategy implements Strategy {

    static final Parameter SELL_AT = Parameter.decimal(
            "sell_at", "probability", "1", CommonParameters.PROBABILITY, "What is held is sold at this bid.");

    private static final ParameterSet PARAMETERS = new ParameterSet(
            Stream.of(
                            LiquidityFilter.PARAMETERS,
                            MomentumRule.PARAMETERS,
                            List.of(CommonParameters.MAX_POSITIONS, CommonParameters.TRADE_AMOUNT, SELL_AT))
                    .<Parameter>flatMap(List::stream)
                    .toList(),
            MomentumRule.RULES);

    @Override
    public String type() {
        return "favourite";
    }

    @Override
    public String name() {
        return "Favourite";
    }

    @Override
    public String description() {
        return "Buys favourites";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public Optional<Miss> miss(Market market, ParameterValues config) {
        return LiquidityFilter.miss(market, config).or(() -> MomentumRule.miss(market, config));
    }

    @Override
    public Selection select(StrategyInput input) {
        ParameterValues config = input.config();
        BigDecimal stake = config.decimal(CommonParameters.TRADE_AMOUNT);
        Stream<OrderIntent> purchases = input.markets().stream()
                .flatMap(market -> MomentumRule.view(market, config).stream())
                .map(view -> view.buy(stake));
        Stream<OrderIntent> sales = input.holdings().stream().flatMap(held -> sale(held, config).stream());
        return Selection.of(Stream.concat(purchases, sales).toList());
    }

    private static List<OrderIntent> sale(HeldOutcome held, ParameterValues config) {
        return held.bid().stream()
                .filter(bid -> bid.compareTo(config.decimal(SELL_AT)) >= 0)
                .map(bid -> OrderIntent.sell(held, bid, "risen"))
                .toList();
    }
}
