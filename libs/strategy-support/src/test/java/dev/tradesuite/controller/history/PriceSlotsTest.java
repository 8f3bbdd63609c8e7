package dev.tradesuite.controller.history;

import static dev.tradesuite.controller.history.SlotMarkets.market;
import static dev.tradesuite.controller.history.SlotMarkets.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.controller.history.PriceSlots.SlotPrice;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceSlotsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:07:30Z");

    @Test
    void slotIsTheFiveMinutesAPriceLiesIn() {
        assertThat(PriceSlots.slot(NOW)).isEqualTo("2026-03-02T12:05:00Z");
        assertThat(PriceSlots.slot(Instant.parse("2026-03-02T12:05:00Z"))).isEqualTo("2026-03-02T12:05:00Z");
        assertThat(PriceSlots.slot(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo("1969-12-31T23:55:00Z");
    }

    @Test
    void keepsThePriceOfEveryOutcomeThatHasOne() {
        assertThat(PriceSlots.of(snapshot(NOW, market("m", "0.6", 1, NOW)), 10))
                .containsExactly(new SlotPrice("m", "Yes", Instant.parse("2026-03-02T12:05:00Z"), NOW, 0.6));
    }

    @Test
    void keepsNoMoreMarketsThanItMayTheMostLiquidFirst() {
        assertThat(PriceSlots.of(
                        snapshot(
                                NOW,
                                market("thin", "0.6", 1, NOW),
                                market("b", "0.6", 50, NOW),
                                market("a", "0.6", 50, NOW),
                                market("thick", "0.6", 90, NOW)),
                        2))
                .extracting(SlotPrice::marketId)
                .containsExactly("thick", "a");
    }
}
