package dev.tradesuite.strategy.cycle;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Quotes;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Wants YES of every market above 0.5 with the price as confidence, and sells what is bid below 0.3; or buys sets. */
final class EagerStrategy implements Strategy {

    private static final BigDecimal STAKE = BigDecimal.valueOf(100);

    boolean buysSets;

    @Override
    public String type() {
        return "momentum";
    }

    @Override
    public String name() {
        return "Eager";
    }

    @Override
    public String description() {
        return "Wants everything";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public ParameterSet parameters() {
        return new ParameterSet(
                Stream.of(
                                LiquidityFilter.PARAMETERS,
                                List.of(CommonParameters.MAX_POSITIONS, CommonParameters.COOLDOWN))
                        .<Parameter>flatMap(List::stream)
                        .toList(),
                List.of());
    }

    @Override
    public Selection select(StrategyInput input) {
        Stream<OrderIntent> sales =
                buysSets ? Stream.of() : input.holdings().stream().flatMap(EagerStrategy::sale);
        Stream<OrderIntent> purchases =
                input.markets().stream().filter(this::wants).map(this::purchase);
        return Selection.of(Stream.concat(sales, purchases).toList());
    }

    private boolean wants(Market market) {
        return buysSets || confidence(market) > 0.5;
    }

    private OrderIntent purchase(Market market) {
        Outcome yes = market.outcomes().getFirst();
        BigDecimal ask = Quotes.ask(yes).orElseThrow();
        OrderIntent intent = OrderIntent.buy(market, yes, ask, STAKE, confidence(market), "eager");
        return buysSets ? intent.inSet("e") : intent;
    }

    private static Stream<OrderIntent> sale(HeldOutcome holding) {
        return holding
                .bid()
                .filter(bid -> bid.doubleValue() < 0.3)
                .map(bid -> OrderIntent.sell(holding, bid, "eager"))
                .stream();
    }

    private static double confidence(Market market) {
        BigDecimal price = market.outcomes().getFirst().price();
        return price == null ? 0 : price.doubleValue();
    }
}
