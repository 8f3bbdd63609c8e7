package dev.tradesuite.market.gamma;

import static dev.tradesuite.market.gamma.GammaJson.event;
import static dev.tradesuite.market.gamma.GammaJson.market;
import static dev.tradesuite.market.gamma.GammaJson.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.market.gamma.GammaReader.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GammaReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-31T18:00:00Z");

    private final GammaReader reader = new GammaReader(GammaJson.JSON);

    @Test
    void readsPricesThatAreStringsInsideStrings() {
        Market market = theMarket(market(1));
        assertThat(market.outcomes()).extracting(Outcome::name).containsExactly("Yes", "No");
        assertThat(market.outcomes()).extracting(Outcome::price).containsExactly(decimal("0.78"), decimal("0.22"));
        assertThat(market.liquidity()).isEqualByComparingTo("20000.5");
        assertThat(market.tradable()).isTrue();
        assertThat(market.winner()).isNull();
        assertThat(market.endsAt()).isEqualTo("2026-06-30T12:00:00Z");
        assertThat(market.at()).isEqualTo(NOW);
    }

    @Test
    void readsListsThatAreListsAndPricesThatAreNumbers() {
        Market market = theMarket(market(1)
                .with("outcomes", List.of("Up", "Down"))
                .with("outcomePrices", "[0.65, 0.35]")
                .with("bestBid", "0.64")
                .with("bestAsk", "0.66"));
        assertThat(market.outcomes()).extracting(Outcome::name).containsExactly("Up", "Down");
        assertThat(market.outcomes().getFirst().price()).isEqualByComparingTo("0.65");
        assertThat(market.outcomes().getFirst().ask()).isEqualByComparingTo("0.66");
    }

    /** Whoever buys NO sells YES: it costs 1 - 0.77 = 0.23 and brings 1 - 0.79 = 0.21. */
    @Test
    void mirrorsTheOrderBookForNo() {
        Market market = theMarket(market(1));
        assertThat(market.outcome("yes").orElseThrow().bid()).isEqualByComparingTo("0.77");
        assertThat(market.outcome("Yes").orElseThrow().ask()).isEqualByComparingTo("0.79");
        assertThat(market.outcome("No").orElseThrow().ask()).isEqualByComparingTo("0.23");
        assertThat(market.outcome("No").orElseThrow().bid()).isEqualByComparingTo("0.21");
    }

    @Test
    void leavesTheAskOfNoOutWithoutABidForYes() {
        Market market = theMarket(market(1).without("bestBid"));
        assertThat(market.outcome("Yes").orElseThrow().bid()).isNull();
        assertThat(market.outcome("Yes").orElseThrow().ask()).isEqualByComparingTo("0.79");
        assertThat(market.outcome("No").orElseThrow().ask()).isNull();
        assertThat(market.outcome("No").orElseThrow().bid()).isEqualByComparingTo("0.21");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.8, 0.7"})
    void treatsAnEmptyOrCrossedBookAsNone(BigDecimal bid, BigDecimal ask) {
        Market market = theMarket(market(1).with("bestBid", bid).with("bestAsk", ask));
        assertThat(market.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.bid()).isNull();
            assertThat(outcome.ask()).isNull();
        });
    }

    @Test
    void takesTheNumberWhereTheExactStringIsMissing() {
        assertThat(theMarket(market(1).without("liquidity")).liquidity()).isEqualByComparingTo("20000.5");
        assertThat(theMarket(market(1).without("volume").without("volumeNum")).volume())
                .as("not stated: no filter lets it through")
                .isZero();
    }

    @Test
    void missingEndDateIsNoFault() {
        Market market = theMarket(market(1).without("endDate").with("volume24hr", null));
        assertThat(market.endsAt()).isNull();
        assertThat(market.tradable()).isTrue();
    }

    @Test
    void marketPastItsEndDateStaysTradableWhileTheVenueTakesOrdersAndIsTold() {
        Reading reading = read(event(9, market(1).with("endDate", "2025-12-31T00:00:00Z")));
        assertThat(reading.markets().getFirst().tradable()).isTrue();
        assertThat(reading.warnings()).extracting(Reason::code).containsExactly("END_DATE_PASSED");
    }

    @ParameterizedTest
    @CsvSource({"active, false", "acceptingOrders, false", "enableOrderBook, false", "archived, true", "closed, true"})
    void marketTheVenueTakesNoOrdersForIsNotTradable(String flag, boolean value) {
        assertThat(theMarket(market(1).with(flag, value)).tradable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "question      | null                | question is missing",
                "outcomes      | nonsense            | outcomes is no list: nonsense",
                "outcomes      | [\"Yes\"]           | outcomes are not two",
                "outcomes      | [\"Yes\", \"Yes\"]  | outcomes are not two",
                "outcomes      | [[], {}]            | outcomes holds something else",
                "outcomePrices | [\"0.5\"]           | 1 outcomePrices for 2 outcomes",
                "outcomePrices | [\"x\", \"0.5\"]    | outcomePrices is no number: x",
                "outcomePrices | [\"1.2\", \"-0.2\"] | outcomePrices is not from 0 to 1",
                "liquidity     | -3                  | liquidity is negative",
                "volume        | 1e999999            | volume is no number",
                "bestAsk       | 7                   | bestAsk is not from 0 to 1",
            })
    void leavesOutAMarketThatMakesNoSenseAndKeepsTheOthers(String field, String value, String fault) {
        GammaJson spoilt = market(1).with(field, value.equals("null") ? null : value);
        Reading reading = read(event(9, spoilt, market(2)));
        assertThat(reading.markets()).extracting(Market::id).containsExactly("2");
        assertThat(reading.events()).hasSize(1);
        assertThat(reading.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("MARKET_UNREADABLE");
            assertThat(warning.message()).contains("1: 1 (").contains(fault);
        });
    }

    @Test
    void groupsManyFaultsIntoOneWarning() {
        GammaJson[] markets = new GammaJson[12];
        for (int i = 0; i < markets.length; i++) {
            markets[i] = market(i).without("outcomes");
        }
        assertThat(read(event(9, markets)).warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains("12: 0 (").contains(" and 7 more"));
    }

    @Test
    void elementsThatAreNeitherEventNorMarketAreToldAndSkipped() {
        List<JsonNode> elements = new ArrayList<>(List.of(event(9, market(1)).node()));
        elements.add(GammaJson.JSON.readTree("7"));
        elements.add(GammaJson.JSON.readTree("{}"));
        Reading reading = reader.read(elements, NOW);
        assertThat(reading.events()).hasSize(1);
        assertThat(reading.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("2: without id"));
    }

    @Test
    void gathersMarketsUnderTheirEvent() {
        GammaJson parent = event(9).without("markets");
        Reading reading =
                read(market(1).with("events", List.of(parent)), market(2).with("events", List.of(parent)), market(3));
        assertThat(reading.events()).extracting(MarketEvent::id).containsExactly("9", "3");
        assertThat(reading.events().getFirst().markets())
                .extracting(Market::eventId)
                .containsExactly("9", "9");
        assertThat(reading.events().get(1).title())
                .as("a market without an event is its own")
                .isEqualTo("Will it rain on day 3?");
    }

    @Test
    void winnerIsKnownOnlyWhenTheVenueHasResolved() {
        assertThat(theMarket(resolved(1, "[\"1\", \"0\"]")).winner()).isEqualTo("Yes");
        assertThat(theMarket(resolved(1, "[\"0\", \"1\"]")).winner()).isEqualTo("No");
        assertThat(theMarket(resolved(1, "[\"0.0\", \"1.00\"]")).winner()).isEqualTo("No");
        assertThat(theMarket(resolved(1, "[\"1\", \"0\"]").with("umaResolutionStatus", "proposed"))
                        .winner())
                .as("still open to dispute")
                .isNull();
        assertThat(theMarket(resolved(1, "[\"1\", \"0\"]").without("umaResolutionStatus"))
                        .winner())
                .isNull();
        assertThat(theMarket(resolved(1, "[\"1\", \"0\"]").with("closed", false))
                        .winner())
                .as("a price of 1 alone resolves nothing")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1, 0", "0.37, 0.63", "0, 1"})
    void outcomesPayWhatTheVenueResolvedTo(BigDecimal yes, BigDecimal no) {
        Market market = theMarket(resolved(1, "[\"%s\", \"%s\"]".formatted(yes, no)));
        assertThat(market.payout("Yes"))
                .hasValueSatisfying(payout -> assertThat(payout).isEqualByComparingTo(yes));
        assertThat(market.payout("NO"))
                .hasValueSatisfying(payout -> assertThat(payout).isEqualByComparingTo(no));
        assertThat(market.payout("Maybe")).isEmpty();
    }

    /** A set of both outcomes is worth 1; whoever says otherwise has not said what it is resolved to. */
    @ParameterizedTest
    @CsvSource({"1, 1", "0, 0", "0.4, 0.4", "0.9, 0.2"})
    void outcomesThatDoNotPayOneTogetherAreNotResolvedAndTold(String yes, String no) {
        Reading reading = read(event(9, resolved(1, "[\"%s\", \"%s\"]".formatted(yes, no))));
        assertThat(reading.markets().getFirst().resolution()).isNull();
        assertThat(reading.warnings()).extracting(Reason::code).containsExactly("RESOLUTION_UNREADABLE");
    }

    @Test
    void thirdsMayBeRounded() {
        GammaJson three = resolved(1, "[\"0.3333\", \"0.3333\", \"0.3333\"]").with("outcomes", "[\"A\", \"B\", \"C\"]");
        assertThat(theMarket(three).payout("B")).contains(decimal("0.3333"));
    }

    @Test
    void dateAloneIsTheEndOfThatDay() {
        Market market = theMarket(market(1).with("endDate", "2026-12-31"));
        assertThat(market.endsAt()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(market.tradable()).isTrue();
    }

    @Test
    void badEndDateHindersNothingAndIsTold() {
        Reading reading = read(event(9, market(1).with("endDate", "tomorrow")));
        assertThat(reading.markets()).singleElement().satisfies(market -> {
            assertThat(market.endsAt()).isNull();
            assertThat(market.tradable()).isTrue();
        });
        assertThat(reading.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("END_DATE_UNREADABLE");
            assertThat(warning.message()).contains("1: 1 (endDate is no time: tomorrow)");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "question, ",
        "liquidity, -3",
        "volume, 1e999999",
        "bestAsk, 7",
        "bestBid, x",
        "endDate, tomorrow",
        "orderMinSize, many"
    })
    void nothingButItsOutcomesKeepsAClosedMarketFromBeingSettled(String field, @Nullable String value) {
        Market market = theMarket(resolved(1, "[\"1\", \"0\"]").with(field, value));
        assertThat(market.payout("Yes")).contains(decimal("1"));
    }

    /** 100 x 0.07 x (1 - 0.785) = 1.505 percent of the amount: of 127.388535 shares at 0.785 that is 1.505 USD. */
    @Test
    void readsTheFeeAndTheLeastSizeOfTheVenue() {
        Market market = theMarket(market(1)
                .with("feesEnabled", true)
                .with("feeSchedule", Map.of("rate", 0.07, "exponent", 1, "takerOnly", true))
                .with("orderMinSize", 5));
        assertThat(market.rules().feePercent(decimal("0.785"))).isEqualByComparingTo("1.505");
        assertThat(market.rules().minimumShares()).isEqualByComparingTo("5");
        assertThat(market.tradable()).isTrue();
    }

    /** 100 x 0.25 x 0.5 x 0.5^2 = 3.125. */
    @Test
    void feeMayGrowWithAPower() {
        Market market =
                theMarket(market(1).with("feesEnabled", true).with("feeSchedule", Map.of("rate", 0.25, "exponent", 2)));
        assertThat(market.rules().feePercent(decimal("0.5"))).isEqualByComparingTo("3.125");
    }

    @Test
    void feeThatIsNotEnabledIsNone() {
        Market market = theMarket(market(1).with("feesEnabled", false).with("feeSchedule", Map.of("rate", 0.07)));
        assertThat(market.rules().feePercent(decimal("0.785"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exponent\": 1}",
                "{\"rate\": \"some\"}",
                "{\"rate\": -0.1}",
                "{\"rate\": 2}",
                "{\"rate\": 0.07, \"exponent\": 0.5}"
            })
    void marketWhoseFeeIsNotKnownIsNotTradedAndTold(String schedule) {
        Reading reading = read(event(
                9,
                market(1)
                        .with("feesEnabled", true)
                        .with("feeSchedule", GammaJson.JSON.readValue(schedule, Map.class))));
        assertThat(reading.markets().getFirst().tradable()).isFalse();
        assertThat(reading.warnings()).extracting(Reason::code).containsExactly("FEE_UNKNOWN");
    }

    @Test
    void closedMarketsAreReadButNotInTheOpenEvents() {
        Reading reading = read(event(9, market(1), resolved(2, "[\"0\", \"1\"]")));
        assertThat(reading.markets()).extracting(Market::id).containsExactly("1", "2");
        assertThat(reading.events().getFirst().markets()).extracting(Market::id).containsExactly("1");
        assertThat(read(event(9, resolved(2, "[\"0\", \"1\"]"))).events()).isEmpty();
    }

    @Test
    void linkedMarketsThatAreAllHereAreExhaustive() {
        assertThat(exhaustive(linked(market(1), market(2)))).isTrue();
    }

    @Test
    void eventIsNotExhaustiveWhenAnotherOutcomeMayBeAdded() {
        assertThat(exhaustive(linked(market(1), market(2)).with("negRiskAugmented", true)))
                .isFalse();
    }

    @Test
    void eventIsNotExhaustiveWhenItsMarketsAreNotLinked() {
        assertThat(exhaustive(event(9, market(1), market(2)))).isFalse();
    }

    /** Two markets of 100,000.25 carry 80 % of 250,000: one is missing. */
    @Test
    void eventIsNotExhaustiveWhenItsMarketsDoNotCarryItsVolume() {
        assertThat(exhaustive(linked(market(1), market(2)).with("volume", 250_000)))
                .isFalse();
    }

    @Test
    void eventIsNotExhaustiveWhenOneOfItsMarketsCannotBeRead() {
        assertThat(exhaustive(linked(market(1), market(2), market(3).without("outcomes"))
                        .with("volume", 200_000)))
                .isFalse();
    }

    @Test
    void eventStaysExhaustiveWhenTheClosedOnesCameOutNo() {
        assertThat(exhaustive(linked(market(1), market(2), resolved(3, "[\"0\", \"1\"]"))))
                .isTrue();
        assertThat(exhaustive(linked(market(1), market(2), resolved(3, "[\"1\", \"0\"]"))))
                .isFalse();
        assertThat(exhaustive(linked(market(1), market(2), market(3).with("closed", true))))
                .isFalse();
    }

    private static GammaJson linked(GammaJson... markets) {
        return event(9, markets).with("negRisk", true).with("negRiskAugmented", false);
    }

    private boolean exhaustive(GammaJson event) {
        return read(event).events().getFirst().exhaustive();
    }

    private Market theMarket(GammaJson market) {
        Reading reading = read(market);
        assertThat(reading.markets()).as("%s", reading.warnings()).hasSize(1);
        return reading.markets().getFirst();
    }

    private Reading read(GammaJson... elements) {
        return reader.read(List.of(elements).stream().map(GammaJson::node).toList(), NOW);
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
