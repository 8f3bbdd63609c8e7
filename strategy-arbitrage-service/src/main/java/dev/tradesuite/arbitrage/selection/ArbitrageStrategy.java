package dev.tradesuite.arbitrage.selection;

import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.parameter.Config;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.Range;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.Holding;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.SignalWish;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import dev.tradesuite.strategy.selection.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Buys every outcome of an exhaustive set when their asks and the fees sum to less than the 1 the set pays, by
 * {@code min_profit_margin}.
 *
 * <p>A set is bought all or not at all. The cycle sells again what it has bought of a set of which a leg was refused; a
 * set that is left incomplete all the same, because the service stopped midway or nobody bid, is sold by the next
 * cycle. The confidence of a set is its margin. How many shares are offered at the ask the market source does not tell,
 * so a real venue may fill less than the paper broker does.
 */
public final class ArbitrageStrategy implements Strategy {

    static final Parameter MIN_PROFIT_MARGIN = Parameter.decimal(
            "min_profit_margin",
            "USD per set",
            "0.01",
            Range.of("0.0001", "1"),
            "A set, which pays 1, is bought when it costs at least this much less, fees included.");

    static final Parameter FEE_PERCENT = Parameter.decimal(
            "fee_percent",
            "percent",
            "0",
            Range.of("0", "100"),
            "Fee of the venue in percent of the amount traded; it is also charged to the paper trades.");

    private static final Parameter SET_AMOUNT = new Parameter(
            CommonParameters.TRADE_AMOUNT.name(),
            CommonParameters.TRADE_AMOUNT.kind(),
            CommonParameters.TRADE_AMOUNT.unit(),
            CommonParameters.TRADE_AMOUNT.defaultValue(),
            CommonParameters.TRADE_AMOUNT.range(),
            "What a whole set costs at most, fees included.");

    private static final ParameterSet PARAMETERS = new ParameterSet(
            List.of(
                    CommonParameters.EVENT_MIN_LIQUIDITY,
                    CommonParameters.EVENT_MIN_VOLUME,
                    // The outcomes nobody believes in are thin; without them there is no set.
                    CommonParameters.MARKET_MIN_LIQUIDITY.withDefault("1000"),
                    CommonParameters.MARKET_MIN_VOLUME.withDefault("5000"),
                    MIN_PROFIT_MARGIN,
                    FEE_PERCENT,
                    CommonParameters.MAX_POSITIONS.withDefault("40"),
                    SET_AMOUNT),
            List.of());

    @Override
    public String type() {
        return "arbitrage";
    }

    @Override
    public String name() {
        return "Arbitrage Strategy";
    }

    @Override
    public String description() {
        return "Buy all outcomes of an exhaustive set that costs less than it pays";
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
    public boolean keeps(MarketEvent event, Config config) {
        return event.exhaustive() && LiquidityFilter.keeps(event, config);
    }

    @Override
    public Selection select(StrategyInput input) {
        List<Warning> warnings = new ArrayList<>();
        List<SignalWish> sales = sales(input, warnings);
        List<SignalWish> purchases = input.candidates().stream()
                .flatMap(candidate -> purchases(candidate, input.config()))
                .toList();
        return new Selection(Stream.of(sales, purchases).flatMap(List::stream).toList(), warnings);
    }

    private static Stream<SignalWish> purchases(Candidate candidate, Config config) {
        MarketEvent event = candidate.event();
        if (candidate.markets().size() < event.markets().size()) {
            return Stream.empty();
        }
        return OutcomeSet.offered(event, config.decimal(FEE_PERCENT)).stream()
                .filter(set -> set.margin().compareTo(config.decimal(MIN_PROFIT_MARGIN)) >= 0)
                .flatMap(set -> set.buy(config.decimal(CommonParameters.TRADE_AMOUNT)).stream());
    }

    /** What is held of sets that are incomplete. A set of which every open market is held is left to be settled. */
    private static List<SignalWish> sales(StrategyInput input, List<Warning> warnings) {
        Map<String, Holding> held = new HashMap<>();
        input.holdings().forEach(holding -> held.put(holding.marketId(), holding));
        List<SignalWish> sales = new ArrayList<>();
        for (Candidate candidate : input.candidates()) {
            List<Holding> legs = candidate.event().markets().stream()
                    .map(Market::id)
                    .filter(held::containsKey)
                    .map(held::get)
                    .toList();
            if (!legs.isEmpty() && legs.size() < candidate.event().markets().size()) {
                legs.forEach(leg -> sell(leg, candidate.event(), input.config(), sales, warnings));
            }
        }
        return sales;
    }

    private static void sell(
            Holding leg, MarketEvent event, Config config, List<SignalWish> sales, List<Warning> warnings) {
        leg.bid()
                .ifPresentOrElse(
                        bid -> sales.add(SignalWish.sell(
                                        leg, bid, "Other outcomes of the set %s are not held".formatted(event.id()))
                                .withFee(config.decimal(FEE_PERCENT))),
                        () -> warnings.add(new Warning(
                                StrategyReason.SET_INCOMPLETE,
                                "%s Set %s: nobody bids for market %s."
                                        .formatted(
                                                StrategyReason.SET_INCOMPLETE.sentence(),
                                                event.id(),
                                                leg.marketId()))));
    }
}
