package dev.tradesuite.arbitrage.selection;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.parameter.Range;
import dev.tradesuite.strategy.selection.CommonParameters;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.LiquidityFilter;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.SkippedMarket;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Buys every outcome of an exhaustive set when their asks and the fees sum to less than the 1 the set pays, by
 * {@code min_profit_margin}.
 *
 * <p>A set is bought all or not at all: the books fill its legs together. A set that is held in part all the same,
 * because a leg was settled or sold by hand, is sold. The confidence of a set is its margin. How many shares are
 * offered at the ask the market source does not tell, so a real venue may fill less than the paper broker does.
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
            "Fee of the venue in percent of the amount traded, where the venue states no higher one of a market; it is"
                    + " also charged to the paper trades.");

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
                    CommonParameters.COOLDOWN,
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
        return "1.1";
    }

    @Override
    public ParameterSet parameters() {
        return PARAMETERS;
    }

    @Override
    public Optional<Miss> miss(MarketEvent event, ParameterValues config) {
        return Miss.unless(event.exhaustive(), "exhaustive").or(() -> LiquidityFilter.miss(event, config));
    }

    @Override
    public Selection select(StrategyInput input) {
        List<Reason> warnings = new ArrayList<>();
        List<OrderIntent> sales = sales(input, warnings);
        List<OrderIntent> purchases = input.candidates().stream()
                .flatMap(candidate -> purchases(candidate, input.config()))
                .toList();
        List<SkippedMarket> skipped = input.candidates().stream()
                .flatMap(candidate -> whyNot(candidate, input.config()).stream()
                        .flatMap(why -> candidate.markets().stream().map(market -> SkippedMarket.of(market, why))))
                .toList();
        return new Selection(Stream.of(sales, purchases).flatMap(List::stream).toList(), skipped, warnings);
    }

    private static Stream<OrderIntent> purchases(Candidate candidate, ParameterValues config) {
        return whyNot(candidate, config).isPresent()
                ? Stream.empty()
                : offered(candidate, config).stream()
                        .flatMap(set -> set.buy(config.decimal(CommonParameters.TRADE_AMOUNT)).stream());
    }

    /** Why the set is not bought: an outcome was filtered out, one is not offered, or the margin is too small. */
    private static Optional<Miss> whyNot(Candidate candidate, ParameterValues config) {
        int kept = candidate.markets().size();
        int all = candidate.event().markets().size();
        if (kept < all) {
            return Optional.of(new Miss("whole_set", BigDecimal.valueOf(kept), BigDecimal.valueOf(all)));
        }
        Optional<OutcomeSet> set = offered(candidate, config);
        return set.isEmpty()
                ? Optional.of(Miss.of("ask"))
                : Miss.below(MIN_PROFIT_MARGIN, set.get().margin(), config);
    }

    private static Optional<OutcomeSet> offered(Candidate candidate, ParameterValues config) {
        return OutcomeSet.offered(candidate.event(), config.decimal(FEE_PERCENT));
    }

    /** What is held of sets that are incomplete. A set of which every open market is held is left to be settled. */
    private static List<OrderIntent> sales(StrategyInput input, List<Reason> warnings) {
        Map<String, HeldOutcome> held = new HashMap<>();
        input.holdings().forEach(holding -> held.put(holding.marketId(), holding));
        List<OrderIntent> sales = new ArrayList<>();
        for (Candidate candidate : input.candidates()) {
            List<HeldOutcome> legs = candidate.event().markets().stream()
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
            HeldOutcome leg,
            MarketEvent event,
            ParameterValues config,
            List<OrderIntent> sales,
            List<Reason> warnings) {
        leg.bid()
                .ifPresentOrElse(
                        bid -> sales.add(OrderIntent.sell(
                                        leg, bid, "Other outcomes of the set %s are not held".formatted(event.id()))
                                .withFeeOfAtLeast(config.decimal(FEE_PERCENT))),
                        () -> warnings.add(StrategyReason.SET_INCOMPLETE.with(
                                "Set %s: nobody bids for market %s.".formatted(event.id(), leg.marketId()))));
    }
}
