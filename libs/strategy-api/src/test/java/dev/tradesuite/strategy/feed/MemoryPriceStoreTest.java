package dev.tradesuite.strategy.feed;

import static dev.tradesuite.strategy.SampleMarkets.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.PriceWindows.PriceWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryPriceStoreTest {

    private final PriceStore history = new MemoryPriceStore(Duration.ofHours(1));

    @Test
    void takesTheMeanOfTheWindow() {
        add(0, "0.50");
        add(10, "0.60");
        add(20, "0.70");

        // (0.50 + 0.60 + 0.70) / 3 = 0.60; the end is excluded: (0.50 + 0.60) / 2 = 0.55
        assertThat(window(0, 30).mean()).isCloseTo(0.60, within(1e-12));
        assertThat(window(0, 20)).satisfies(window -> {
            assertThat(window.observations()).isEqualTo(2);
            assertThat(window.mean()).isCloseTo(0.55, within(1e-12));
        });
        assertThat(window(21, 30).observations()).isZero();
    }

    @Test
    void keepsPricesFiveMinutesApart() {
        add(0, "0.50");
        add(4, "0.90");
        add(5, "0.60");

        assertThat(window(0, 30).observations()).isEqualTo(2);
        assertThat(window(0, 30).mean()).isCloseTo(0.55, within(1e-12));
    }

    @Test
    void forgetsWhatIsTooOld() {
        add(0, "0.50");
        add(50, "0.60");
        add(61, "0.70");

        assertThat(window(0, 90).observations()).isEqualTo(2);
    }

    @Test
    void knowsNothingOfWhatItHasNotSeen() {
        assertThat(window(0, 30)).isEqualTo(PriceWindow.EMPTY);
        PriceStore none = PriceStore.none();
        none.remember(snapshot(NOW, "0.5"));
        assertThat(none.before(List.of(market(NOW.plusSeconds(1), "0.5")), Duration.ofHours(1)))
                .isEqualTo(PriceWindows.NONE);
    }

    private void add(int minutes, String yes) {
        history.remember(snapshot(NOW.plus(Duration.ofMinutes(minutes)), yes));
    }

    private PriceWindow window(int fromMinutes, int untilMinutes) {
        Market now = market(NOW.plus(Duration.ofMinutes(untilMinutes)), "0.50");
        return history.before(List.of(now), Duration.ofMinutes(untilMinutes - fromMinutes))
                .window("m", "Yes");
    }

    private static MarketSnapshot snapshot(Instant at, String yes) {
        MarketEvent event =
                new MarketEvent("e", "Event", BigDecimal.ONE, BigDecimal.ONE, true, false, List.of(market(at, yes)));
        return new MarketSnapshot(at, List.of(event), List.of());
    }

    private static Market market(Instant at, String yes) {
        return new Market(
                "m",
                "e",
                "Will it?",
                List.of(new Outcome("Yes", new BigDecimal(yes), null, null), new Outcome("No", null, null, null)),
                BigDecimal.ONE,
                BigDecimal.ONE,
                true,
                null,
                null,
                at);
    }
}
