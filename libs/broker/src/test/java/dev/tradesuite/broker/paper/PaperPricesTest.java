package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** EURUSD: a pip is 0.0001, a tick 0.00001. Spread 2 pips (1 to each side), slippage 0.5 pips. */
class PaperPricesTest {

    private static final Instrument EURUSD =
            InstrumentCatalog.shipped().find("EURUSD").orElseThrow();

    private final PaperPrices plain = new PaperPrices(EURUSD, PaperTerms.PLAIN);
    private final PaperPrices costly = new PaperPrices(
            EURUSD,
            new PaperTerms(
                    new BigDecimal("2"),
                    new BigDecimal("0.5"),
                    new BigDecimal("3.50"),
                    Duration.ZERO,
                    BigDecimal.ONE,
                    null,
                    Set.of()));

    @Test
    void marketOrderFillsAtTheGivenPriceWhenNothingIsSetOtherwise() {
        assertThat(plain.market(Side.BUY, price("1.0835"))).isEqualTo(price("1.0835"));
        assertThat(plain.market(Side.SELL, price("1.0835"))).isEqualTo(price("1.0835"));
    }

    @Test
    void marketOrderPaysHalfTheSpreadAndTheSlippage() {
        // 1.0835 + 0.0001 + 0.00005 = 1.08365; 1.0835 - 0.0001 - 0.00005 = 1.08335
        assertThat(costly.market(Side.BUY, price("1.0835"))).isEqualTo(price("1.08365"));
        assertThat(costly.market(Side.SELL, price("1.0835"))).isEqualTo(price("1.08335"));
    }

    @Test
    void fillsAreOnATickAgainstTheOrder() {
        assertThat(plain.market(Side.BUY, price("1.083501"))).isEqualTo(price("1.08351"));
        assertThat(plain.market(Side.SELL, price("1.083509"))).isEqualTo(price("1.0835"));
    }

    @Test
    void limitFillsAtItsPriceWhenTheRangeReachesIt() {
        assertThat(plain.limit(Side.BUY, price("1.0800"), price("1.0820"), price("1.0799")))
                .contains(price("1.08"));
        assertThat(plain.limit(Side.SELL, price("1.0900"), price("1.0880"), price("1.0901")))
                .contains(price("1.09"));
    }

    @Test
    void limitIsReachedByTheQuoteNotByTheMiddle() {
        // A BUY pays the ask: the low of 1.0799 is an ask of 1.0800, the low of 1.07995 one of 1.08005.
        assertThat(costly.limit(Side.BUY, price("1.0800"), price("1.0820"), price("1.0799")))
                .contains(price("1.08"));
        assertThat(costly.limit(Side.BUY, price("1.0800"), price("1.0820"), price("1.07995")))
                .isEmpty();
    }

    @Test
    void limitFillsAtTheOpenWhenThatIsBetterAlready() {
        // The bar opens at 1.0790, below the limit of 1.0800: ask 1.0791.
        assertThat(costly.limit(Side.BUY, price("1.0800"), price("1.0790"), price("1.0780")))
                .contains(price("1.0791"));
    }

    @Test
    void limitIsNeverFilledPastIt() {
        // The limit lies between two ticks: 1.080004 is rounded in its favour, to 1.08000.
        assertThat(plain.limit(Side.BUY, price("1.080004"), price("1.0820"), price("1.0790")))
                .contains(price("1.08"));
        assertThat(plain.limit(Side.SELL, price("1.080006"), price("1.0790"), price("1.0820")))
                .contains(price("1.08001"));
    }

    @Test
    void stopFillsAtItsTriggerAndPaysTheSlippage() {
        assertThat(plain.stop(Side.SELL, price("1.0785"), price("1.0820"), price("1.0784")))
                .contains(price("1.0785"));
        // 1.0785 - 0.00005 = 1.07845
        assertThat(costly.stop(Side.SELL, price("1.0785"), price("1.0820"), price("1.0784")))
                .contains(price("1.07845"));
    }

    @Test
    void stopFillsAtTheOpenWhenThePriceGappedThroughIt() {
        assertThat(plain.stop(Side.SELL, price("1.0785"), price("1.0760"), price("1.0750")))
                .contains(price("1.076"));
        assertThat(plain.stop(Side.BUY, price("1.0900"), price("1.0925"), price("1.0930")))
                .contains(price("1.0925"));
    }

    @Test
    void stopIsNotReachedByARangeThatEndsBeforeIt() {
        assertThat(plain.stop(Side.SELL, price("1.0785"), price("1.0820"), price("1.07851")))
                .isEmpty();
        assertThat(plain.stop(Side.BUY, price("1.0900"), price("1.0880"), price("1.08999")))
                .isEmpty();
    }

    @Test
    void commissionIsByTheLot() {
        // 0.4 x 3.50 = 1.40
        assertThat(costly.commission(Lots.of("0.4"))).isEqualTo(new BigDecimal("1.40"));
        assertThat(plain.commission(Lots.of("0.4"))).isEqualByComparingTo("0");
    }

    private static BigDecimal price(String price) {
        return new BigDecimal(price).stripTrailingZeros();
    }
}
