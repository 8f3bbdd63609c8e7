package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderFill.FillRate;
import dev.tradesuite.orchestrator.order.OrderFixture.MemoryPrices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** EURGBP for an account in USD: 1 GBP is worth what GBPUSD says. */
class FillRatesTest {

    private static final Instant TEN = TestOrders.TEN;

    private final MemoryPrices prices = new MemoryPrices();
    private final FillRates rates = new FillRates(InstrumentCatalog.shipped(), prices, Duration.ofDays(4));
    private final TradeOrder order = TradeOrder.opened(
            UUID.randomUUID(),
            TradeTerms.market("EURGBP", Side.BUY, Lots.of("0.4")),
            OrderOrigin.of("main", "USD", new BigDecimal("0.85"), Map.of("GBPUSD", new BigDecimal("1.27"))),
            TestOrders.PAPER,
            "me",
            TEN);

    @Test
    void fillAtOnceIsConvertedAtThePriceOfTheOrder() {
        prices.known.put("GBPUSD", new ClosingPrice(new BigDecimal("1.26"), TEN.minusSeconds(300)));

        FillRate conversion = conversion(TEN);

        assertThat(conversion.rate()).isEqualByComparingTo("1.27");
        assertThat(conversion.prices()).containsExactly(Map.entry("GBPUSD", price("1.27", TEN)));
        assertThat(conversion.stale()).isFalse();
    }

    @Test
    void fillWeeksLaterIsConvertedAtTheStoredPriceWhoeverHasStoredIt() {
        Instant weeksLater = TEN.plus(Duration.ofDays(21));
        prices.known.put("GBPUSD", new ClosingPrice(new BigDecimal("1.31"), weeksLater.minusSeconds(60)));

        FillRate conversion = conversion(weeksLater);

        assertThat(conversion.rate()).isEqualByComparingTo("1.31");
        assertThat(conversion.prices())
                .containsExactly(Map.entry("GBPUSD", price("1.31", weeksLater.minusSeconds(60))));
        assertThat(conversion.stale()).isFalse();
    }

    @Test
    void fillForWhichOnlyOldPricesAreKnownSaysSo() {
        FillRate conversion = conversion(TEN.plus(Duration.ofDays(4)).plusSeconds(1));

        assertThat(conversion.rate()).isEqualByComparingTo("1.27");
        assertThat(conversion.stale()).isTrue();
        assertThat(conversion(TEN.plus(Duration.ofDays(4))).stale()).isFalse();
    }

    @Test
    void instrumentThatNeedsNoOtherPriceAsksForNone() {
        TradeOrder eurusd = TestOrders.market("0.4");

        FillRate conversion =
                rates.fill(eurusd, OrderFixture.execution("0.4", TEN)).conversion();

        assertThat(conversion.rate()).isEqualByComparingTo("1");
        assertThat(conversion.prices()).isEmpty();
    }

    private FillRate conversion(Instant filledAt) {
        return rates.fill(order, OrderFixture.execution("0.4", filledAt)).conversion();
    }

    private static ClosingPrice price(String price, Instant at) {
        return new ClosingPrice(new BigDecimal(price), at);
    }
}
