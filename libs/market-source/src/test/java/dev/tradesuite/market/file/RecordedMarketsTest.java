package dev.tradesuite.market.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.test.SharedData;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** 500 markets of 46 events as Polymarket's API answered on 31 January 2026, in both shapes. */
class RecordedMarketsTest {

    private static final String MARKETS = "prediction/polymarket_gamma_markets_2026-01-31.json.gz";
    private static final String EVENTS = "prediction/polymarket_gamma_events_2026-01-31.derived.json.gz";

    private final MarketSource markets = MarketSources.file(SharedData.require(MARKETS));
    private final MarketSource events = MarketSources.file(SharedData.require(EVENTS));

    @Test
    void everyMarketOfEveryEventIsRead() {
        MarketSnapshot snapshot = events.snapshot();
        assertThat(snapshot.events()).hasSize(46);
        assertThat(all(snapshot)).hasSize(500).allMatch(Market::tradable).noneMatch(Market::resolved);
        assertThat(snapshot.takenAt()).isEqualTo("2026-01-31T18:05:47.371346Z");
    }

    @Test
    void bothShapesSayTheSame() {
        assertThat(markets.snapshot()).isEqualTo(events.snapshot());
    }

    @Test
    void whatIsMissingStaysMissing() {
        List<Market> all = all(events.snapshot());
        assertThat(all.stream().filter(market -> market.endsAt() == null)).hasSize(1);
        assertThat(all.stream().map(market -> market.outcomes().getFirst()).filter(yes -> yes.bid() == null))
                .hasSize(108);
        assertThat(all.stream().map(market -> market.outcomes().get(1)).filter(no -> no.ask() == null))
                .hasSize(108);
        assertThat(all.stream().map(market -> market.outcomes().getFirst()).filter(yes -> yes.ask() == null))
                .isEmpty();
    }

    @Test
    void the28MarketsPastTheirEndDateAreTold() {
        MarketSnapshot snapshot = events.snapshot();
        assertThat(all(snapshot).stream()
                        .filter(market -> market.endsAt() != null
                                && Objects.requireNonNull(market.endsAt()).isBefore(snapshot.takenAt())))
                .hasSize(28);
        assertThat(snapshot.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("END_DATE_PASSED");
            assertThat(warning.message()).contains(" 28: ");
        });
    }

    /**
     * Seven events are linked and closed to further outcomes; the thin one whose prices sum to 1.632 is none of them.
     */
    @Test
    void onlyEventsThatNameEveryOutcomeAreExhaustive() {
        List<MarketEvent> exhaustive = events.snapshot().events().stream()
                .filter(MarketEvent::exhaustive)
                .toList();
        assertThat(exhaustive)
                .extracting(MarketEvent::id)
                .containsExactlyInAnyOrder("16282", "17823", "22862", "24383", "27829", "27830", "32228");
        assertThat(exhaustive).allSatisfy(event -> assertThat(event.markets().stream()
                        .map(market -> market.outcomes().getFirst().price())
                        .filter(Objects::nonNull)
                        .mapToDouble(BigDecimal::doubleValue)
                        .sum())
                .isCloseTo(1, within(0.035)));
        assertThat(exhaustive).as("none can be bought whole below 1").allSatisfy(event -> assertThat(
                        event.markets().stream()
                                .map(market -> market.outcomes().getFirst().ask())
                                .filter(Objects::nonNull)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isGreaterThan(BigDecimal.ONE));
    }

    @Test
    void amountsAreReadToTheLastDigit() {
        Market market = events.markets(List.of("517310")).getFirst();
        assertThat(market.liquidity()).isEqualByComparingTo("13635.28337");
        assertThat(market.volume()).isEqualByComparingTo("1018500.561838");
        assertThat(market.outcome("No").map(Outcome::ask))
                .hasValueSatisfying(ask -> assertThat(ask).isEqualByComparingTo("0.98"));
    }

    private static List<Market> all(MarketSnapshot snapshot) {
        assertThat(snapshot.warnings()).extracting(Reason::code).doesNotContain("MARKET_UNREADABLE");
        return snapshot.events().stream()
                .flatMap(event -> event.markets().stream())
                .toList();
    }
}
