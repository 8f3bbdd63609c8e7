package dev.tradesuite.strategy.selection;

import static dev.tradesuite.strategy.SampleMarkets.NOW;
import static dev.tradesuite.strategy.SampleMarkets.market;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.Outcome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldOutcomeTest {

    @Test
    void canBeSoldAtTheBidOfItsOwnOutcome() {
        assertThat(held("No", market("a", "0.6")).bid()).contains(new BigDecimal("0.395"));
    }

    @Test
    void cannotBeSoldWhenItsMarketIsUnknownOrClosedOrHasNoSuchOutcome() {
        assertThat(held("Yes", null).bid()).isEmpty();
        assertThat(held("Yes", market("a", "0.6", false, null)).bid()).isEmpty();
        assertThat(held("Maybe", market("a", "0.6")).bid()).isEmpty();
    }

    @Test
    void paysOnceItsMarketIsResolved() {
        assertThat(held("Yes", market("a", "0.99", false, "Yes")).payout()).contains(BigDecimal.ONE);
        assertThat(held("No", market("a", "0.99", false, "Yes")).payout()).contains(BigDecimal.ZERO);
        assertThat(held("Yes", market("a", "0.99", false, null)).payout()).isEmpty();
        assertThat(held("Yes", null).payout()).isEmpty();
    }

    @Test
    void outcomeThatItsMarketDoesNotHavePaysNothingKnown() {
        assertThat(held("Maybe", market("a", "0.99", false, "Yes")).payout()).isEmpty();
    }

    /** At 0 and at 1 nothing is left to win for one of the two sides. */
    @Test
    void pricesAtTheEndsOfTheScaleAreNone() {
        assertThat(Quotes.bid(new Outcome("Yes", null, BigDecimal.ZERO, BigDecimal.ONE)))
                .isEmpty();
        assertThat(Quotes.ask(new Outcome("Yes", null, BigDecimal.ZERO, BigDecimal.ONE)))
                .isEmpty();
        assertThat(Quotes.ask(new Outcome("Yes", null, null, new BigDecimal("0.999"))))
                .isPresent();
    }

    private static HeldOutcome held(String outcome, @Nullable Market market) {
        return new HeldOutcome("a", "Will a happen?", outcome, BigDecimal.TEN, new BigDecimal("0.5"), NOW, market);
    }
}
