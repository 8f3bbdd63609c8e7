package dev.tradesuite.market.simulated;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceSettings;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedMarketSourceTest {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private final FixedClock clock = FixedClock.at("2026-01-31T18:00:00Z");
    private final MarketSource source = source(42);

    @Test
    void everyInstanceSeesTheSameAtTheSameMoment() {
        assertThat(source(42).snapshot()).isEqualTo(source.snapshot());
        MarketSnapshot before = source.snapshot();
        clock.advance(Duration.ofMillis(900));
        assertThat(source.snapshot()).as("within one second").isEqualTo(before);
        assertThat(source(43).snapshot().events())
                .isNotEqualTo(source.snapshot().events());
    }

    @Test
    void whatIsTradedOnItIsLabelledSimulated() {
        assertThat(source.label()).isEqualTo(RunLabel.SIMULATED);
        assertThat(source.kind()).isEqualTo("simulated");
        assertThat(source.snapshot().warnings()).isEmpty();
    }

    @Test
    void quotesAreSoundAtEveryMoment() {
        for (int i = 0; i < 200; i++) {
            clock.advance(Duration.ofSeconds(97));
            assertThat(source.snapshot().events()).hasSizeGreaterThan(15).allSatisfy(event -> assertThat(
                            event.markets())
                    .allSatisfy(SimulatedMarketSourceTest::soundlyQuoted));
        }
    }

    private static void soundlyQuoted(Market market) {
        Outcome yes = market.outcomes().getFirst();
        Outcome no = market.outcomes().get(1);
        BigDecimal bid = requireNonNull(yes.bid());
        BigDecimal ask = requireNonNull(yes.ask());
        assertThat(bid).isPositive().isLessThan(ask);
        assertThat(ask).isLessThan(ONE);
        assertThat(requireNonNull(no.ask())).isEqualByComparingTo(ONE.subtract(bid));
        assertThat(requireNonNull(no.bid())).isEqualByComparingTo(ONE.subtract(ask));
        assertThat(requireNonNull(yes.price()).add(requireNonNull(no.price()))).isEqualByComparingTo(ONE);
        assertThat(market.tradable()).isTrue();
        assertThat(market.winner()).isNull();
        assertThat(market.endsAt()).isAfter(market.at());
    }

    /** From the opening of a market until long after its end, minute by minute. */
    @Test
    void everyMarketIsResolvedWithinHoursOfItsOpeningAndStaysSo() {
        List<String> ids = ids(source.snapshot());
        Set<String> resolved = new HashSet<>();
        for (int minute = 0; minute < 7 * 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            for (Market market : source.markets(ids)) {
                if (market.resolved()) {
                    assertThat(market.tradable()).isFalse();
                    resolved.add(market.id());
                } else {
                    assertThat(resolved).doesNotContain(market.id());
                }
            }
        }
        assertThat(resolved).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void venueTakesHalfAMinuteToResolveAMarketThatEnded() {
        Market market = source.snapshot().events().getFirst().markets().getFirst();
        Instant end = requireNonNull(market.endsAt());
        clock.set(end);
        Market ended = theOne(market.id());
        assertThat(ended.tradable()).isFalse();
        assertThat(ended.winner()).isNull();
        clock.advance(Duration.ofSeconds(30));
        Market settled = theOne(market.id());
        assertThat(settled.winner()).isIn("Yes", "No");
        assertThat(settled.outcome(requireNonNull(settled.winner())).map(Outcome::price))
                .contains(ONE);
    }

    @Test
    void exactlyOneMarketOfAnExhaustiveEventComesTrue() {
        List<MarketEvent> races = source.snapshot().events().stream()
                .filter(MarketEvent::exhaustive)
                .toList();
        assertThat(races).isNotEmpty();
        clock.advance(Duration.ofHours(8));
        assertThat(races).allSatisfy(race -> {
            assertThat(race.markets()).hasSizeBetween(3, 5);
            assertThat(source.markets(race.markets().stream().map(Market::id).toList()))
                    .filteredOn(market -> "Yes".equals(market.winner()))
                    .hasSize(1);
        });
    }

    @Test
    void newEventsAppearAsOldOnesEnd() {
        Set<String> before = new HashSet<>(ids(source.snapshot()));
        clock.advance(Duration.ofMinutes(45));
        List<String> after = ids(source.snapshot());
        assertThat(after).anyMatch(before::contains).anyMatch(id -> !before.contains(id));
    }

    @Test
    void marketsOfLastYearAreStillKnown() {
        List<String> ids = ids(source.snapshot());
        clock.advance(Duration.ofDays(365));
        assertThat(source.markets(ids)).hasSameSizeAs(ids).allMatch(Market::resolved);
    }

    @Test
    void unknownIdsAreMissingFromTheAnswer() {
        String known = ids(source.snapshot()).getFirst();
        String later = known.replaceFirst("-(\\d+)-(\\d)$", "-99999999-$2");
        assertThat(source.markets(List.of("517310", "", "sim-7-0-1-0", known.replaceFirst("\\d$", "9"), later)))
                .isEmpty();
        assertThat(source.markets(List.of(known, known))).hasSize(1);
    }

    /**
     * What a fresh portfolio with the defaults of the momentum strategy finds: liquidity of 10,000 and volume of 50,000
     * for event and market, and a favourite from 0.75 to 0.80, which is a conviction from 0.50 to 0.60.
     */
    @Test
    void momentumFindsSomethingAtAlmostEveryMoment() {
        int moments = 300;
        int lively = 0;
        long found = 0;
        for (int i = 0; i < moments; i++) {
            clock.advance(Duration.ofMinutes(7));
            long fits = source.snapshot().events().stream()
                    .filter(event -> enough(event.liquidity(), event.volume()))
                    .flatMap(event -> event.markets().stream())
                    .filter(market -> enough(market.liquidity(), market.volume()))
                    .filter(market -> market.outcomes().stream().anyMatch(SimulatedMarketSourceTest::favoured))
                    .count();
            lively += fits > 0 ? 1 : 0;
            found += fits;
        }
        assertThat(lively).as("moments with a market to buy").isGreaterThan(moments * 8 / 10);
        assertThat((double) found / moments).as("markets to buy on average").isBetween(1.5, 8.0);
    }

    @Test
    void someMarketsDoNotPassTheFilters() {
        assertThat(source.snapshot().events())
                .flatExtracting(MarketEvent::markets)
                .anyMatch(market -> !enough(market.liquidity(), market.volume()));
    }

    /**
     * At times all contenders together are offered below 1, which is what arbitrage looks for; most of the time not.
     */
    @Test
    void wholeRacesAreSometimesOfferedBelowOne() {
        int cheap = 0;
        int all = 0;
        for (int i = 0; i < 300; i++) {
            clock.advance(Duration.ofMinutes(11));
            for (MarketEvent race : source.snapshot().events()) {
                if (race.exhaustive()) {
                    BigDecimal asks = race.markets().stream()
                            .map(market ->
                                    requireNonNull(market.outcomes().getFirst().ask()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    all++;
                    cheap += asks.compareTo(new BigDecimal("0.99")) < 0 ? 1 : 0;
                }
            }
        }
        assertThat((double) cheap / all).isBetween(0.02, 0.3);
    }

    private static boolean enough(BigDecimal liquidity, BigDecimal volume) {
        return liquidity.compareTo(new BigDecimal(10_000)) >= 0 && volume.compareTo(new BigDecimal(50_000)) >= 0;
    }

    private static boolean favoured(Outcome outcome) {
        BigDecimal price = requireNonNull(outcome.price());
        return price.compareTo(new BigDecimal("0.75")) >= 0 && price.compareTo(new BigDecimal("0.80")) <= 0;
    }

    private Market theOne(String id) {
        return source.markets(List.of(id)).getFirst();
    }

    private static List<String> ids(MarketSnapshot snapshot) {
        return snapshot.events().stream()
                .flatMap(event -> event.markets().stream())
                .map(Market::id)
                .toList();
    }

    private SimulatedMarketSource source(long seed) {
        return new SimulatedMarketSource(new MarketSourceSettings.Simulated(seed, 24), clock);
    }
}
