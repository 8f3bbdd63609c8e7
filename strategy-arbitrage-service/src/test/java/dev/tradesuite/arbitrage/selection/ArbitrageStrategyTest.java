package dev.tradesuite.arbitrage.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.PastPrices;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyInput.Candidate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArbitrageStrategyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final ArbitrageStrategy strategy = new ArbitrageStrategy();

    @Test
    void buysTheSameNumberOfSharesOfEveryOutcome() {
        // 0.30 + 0.35 + 0.31 = 0.96, and 100 / 0.96 = 104.166666 sets, rounded down to 6 decimals.
        // Stakes: 104.166666 x 0.30 = 31.2499998, x 0.35 = 36.4583331, x 0.31 = 32.29166646; together 99.99999936.
        // One outcome pays 104.166666: 4.16666664 more than was paid.
        Selection selection = select(Map.of(), List.of(), exhaustive("0.30", "0.35", "0.31"));

        assertThat(selection.warnings()).isEmpty();
        assertThat(selection.intents())
                .extracting(OrderIntent::marketId, OrderIntent::outcome, OrderIntent::side, OrderIntent::set)
                .containsExactly(
                        tuple("m0", "Yes", Side.BUY, "e"),
                        tuple("m1", "Yes", Side.BUY, "e"),
                        tuple("m2", "Yes", Side.BUY, "e"));
        assertThat(selection.intents())
                .extracting(OrderIntent::stake)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(number("31.2499998"), number("36.4583331"), number("32.29166646"));
        assertThat(selection.intents()).allSatisfy(intent -> {
            assertThat(intent.confidence()).isEqualTo(0.04);
            assertThat(intent.reason())
                    .isEqualTo("3 outcomes of which one pays 1 are offered at 0.30 + 0.35 + 0.31 = 0.96, "
                            + "0.96 with fees: 104.166666 sets win 4.17");
        });
    }

    @Test
    void takesFeesIntoAccount() {
        // 0.96 x 1.02 = 0.9792: the margin is 0.0208, and 100 / 0.9792 = 102.124183 sets.
        Selection selection = select(Map.of("fee_percent", 2), List.of(), exhaustive("0.30", "0.35", "0.31"));

        assertThat(selection.intents()).hasSize(3).allSatisfy(intent -> {
            assertThat(intent.confidence()).isEqualTo(0.0208);
            assertThat(intent.feePercent()).isEqualByComparingTo("2");
        });
        assertThat(selection.intents().getFirst().stake())
                .isEqualByComparingTo(number("102.124183").multiply(number("0.30")));
        BigDecimal cost = selection.intents().stream()
                .map(intent -> number(String.valueOf(intent.stake())).multiply(number("1.02")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(cost).isBetween(number("99.9999"), number("100"));
        // 0.96 x 1.05 = 1.008: nothing is left.
        assertThat(select(Map.of("fee_percent", 5), List.of(), exhaustive("0.30", "0.35", "0.31"))
                        .intents())
                .isEmpty();
    }

    @Test
    void wantsTheMarginThatWasAskedFor() {
        // 0.30 + 0.35 + 0.34 = 0.99: exactly 0.01 is left.
        MarketEvent event = exhaustive("0.30", "0.35", "0.34");

        assertThat(select(Map.of("min_profit_margin", 0.01), List.of(), event).intents())
                .hasSize(3);
        assertThat(select(Map.of("min_profit_margin", 0.0101), List.of(), event).intents())
                .isEmpty();
    }

    @Test
    void buysNothingWhenOnlyTheShownPricesSuggestIt() {
        // Shown at 0.25 each, 0.75 together; offered at 0.40 each, 1.20 together.
        MarketEvent event = event(
                true,
                market("m0", "0.25", "0.10", "0.40", true),
                market("m1", "0.25", "0.10", "0.40", true),
                market("m2", "0.25", "0.10", "0.40", true));

        assertThat(select(Map.of(), List.of(), event).intents()).isEmpty();
    }

    @Test
    void buysNothingWhenOneOutcomeIsNotOffered() {
        MarketEvent event = event(
                true,
                market("m0", "0.30", "0.29", "0.30", true),
                market("m1", "0.30", "0.29", "0.30", true),
                market("m2", "0.30", "0.29", null, true));

        assertThat(select(Map.of(), List.of(), event).intents()).isEmpty();
    }

    @Test
    void buysNothingWhenOneMarketDidNotPassTheFilter() {
        MarketEvent event = event(
                true,
                market("m0", "0.30", "0.29", "0.30", true),
                market("m1", "0.30", "0.29", "0.30", true),
                market("m2", "0.30", "0.29", "0.30", false));

        assertThat(select(Map.of(), List.of(), event).intents()).isEmpty();
    }

    @Test
    void looksAtExhaustiveEventsOnly() {
        ParameterValues defaults = strategy.parameters().defaults();
        Market market = market("m0", "0.30", "0.29", "0.30", true);

        assertThat(strategy.miss(event(false, market, market), defaults)).isPresent();
        assertThat(strategy.miss(event(true, market, market), defaults)).isEmpty();
    }

    @Test
    void sellsWhatIsHeldOfAnIncompleteSet() {
        Selection selection = select(Map.of(), List.of(held("m1")), exhaustive("0.40", "0.40", "0.40"));

        assertThat(selection.intents()).singleElement().satisfies(sale -> {
            assertThat(sale.side()).isEqualTo(Side.SELL);
            assertThat(sale.marketId()).isEqualTo("m1");
            assertThat(sale.price()).isEqualByComparingTo("0.39");
        });
    }

    @Test
    void keepsACompleteSetUntilItIsSettled() {
        Selection selection =
                select(Map.of(), List.of(held("m0"), held("m1"), held("m2")), exhaustive("0.40", "0.40", "0.40"));

        assertThat(selection.intents()).isEmpty();
    }

    @Test
    void saysSoWhenNobodyBidsForAnIncompleteSet() {
        Market lonely = market("m1", "0.30", null, "0.30", true);
        MarketEvent event = event(true, market("m0", "0.60", "0.59", "0.70", true), lonely);
        HeldOutcome holding = new HeldOutcome("m1", "Held?", "Yes", BigDecimal.TEN, number("0.3"), NOW, lonely);

        Selection selection = select(Map.of(), List.of(holding), event);

        assertThat(selection.intents()).noneMatch(intent -> intent.side() == Side.SELL);
        assertThat(selection.warnings()).extracting(Reason::code).containsExactly(StrategyReason.SET_INCOMPLETE.name());
    }

    private Selection select(Map<String, Object> written, List<HeldOutcome> holdings, MarketEvent event) {
        if (!(strategy.validate(written) instanceof Checked.Valid(ParameterValues config))) {
            throw new AssertionError("not valid: " + written);
        }
        List<Market> kept = event.markets().stream()
                .filter(market -> strategy.miss(market, config).isEmpty())
                .toList();
        return strategy.select(
                new StrategyInput(NOW, config, List.of(new Candidate(event, kept)), holdings, PastPrices.none()));
    }

    private static HeldOutcome held(String marketId) {
        return new HeldOutcome(
                marketId,
                "Held?",
                "Yes",
                BigDecimal.TEN,
                number("0.3"),
                NOW,
                market(marketId, "0.395", "0.39", "0.40", true));
    }

    private static MarketEvent exhaustive(String... asks) {
        List<Market> markets = new ArrayList<>();
        for (String ask : asks) {
            String bid = number(ask).subtract(number("0.01")).toPlainString();
            markets.add(market("m" + markets.size(), bid, bid, ask, true));
        }
        return event(true, markets.toArray(Market[]::new));
    }

    private static MarketEvent event(boolean exhaustive, Market... markets) {
        return new MarketEvent(
                "e",
                "Who wins?",
                number("50000"),
                number("100000"),
                true,
                exhaustive,
                Stream.of(markets).toList());
    }

    private static Market market(
            String id, String price, @Nullable String bid, @Nullable String ask, boolean tradable) {
        List<Outcome> outcomes = List.of(
                new Outcome("Yes", number(price), bid == null ? null : number(bid), ask == null ? null : number(ask)),
                new Outcome("No", BigDecimal.ONE.subtract(number(price)), null, null));
        return new Market(
                id, "e", "Does " + id + " win?", outcomes, number("5000"), number("20000"), tradable, null, null, NOW);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
