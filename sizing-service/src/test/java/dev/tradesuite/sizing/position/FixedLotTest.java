package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.SizingAnswers.reasons;
import static dev.tradesuite.sizing.position.SizingAnswers.refused;
import static dev.tradesuite.sizing.position.SizingAnswers.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Lots;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedLotTest {

    @Test
    void takesTheLotsAskedForAndReportsTheirRisk() {
        SizingResult.Sized sized = sized(size(SizingTrades.eurusd(), "0.5"));

        assertThat(sized.lots()).isEqualTo(Lots.of("0.5"));
        // 0.5 x 50 x 10 = 250 USD
        assertThat(sized.realisedRisk()).isEqualByComparingTo("250");
        assertThat(sized.arithmetic().amountAtRisk()).isNull();
        assertThat(sized.notices()).isEmpty();
    }

    @Test
    void roundsDownToTheLotStepWithANotice() {
        SizingResult.Sized sized = sized(size(SizingTrades.eurusd(), "0.129"));

        assertThat(sized.lots()).isEqualTo(Lots.of("0.12"));
        assertThat(sized.notices())
                .containsExactly(Notice.of(
                        Notice.Effect.CAPPED,
                        SizingReason.LOTS_ROUNDED_DOWN,
                        "0.129 lots are not a multiple of the lot step 0.01 and were rounded down to 0.12."));
    }

    @Test
    void refusesLessThanTheMinimum() {
        SizingResult.Refused refused = refused(size(SizingTrades.eurusd(), "0.009"), SizingReason.BELOW_MINIMUM_LOT);

        assertThat(refused.minimumLotRisk()).isEqualByComparingTo("5");
    }

    @Test
    void cutsToTheMaximum() {
        SizingResult.Sized sized = sized(size(SizingTrades.eurusd().account("1000000", "USD"), "100.01"));

        assertThat(sized.lots()).isEqualTo(Lots.of("100"));
        assertThat(reasons(sized)).containsExactly(SizingReason.CAPPED_AT_MAXIMUM_LOT);
    }

    @Test
    void refusesWhatItCannotReckon() {
        refused(
                PositionSizer.size(SizingTrades.eurusd().by(new FixedLot(null, SizingTrades.FIFTY_PIPS))),
                SizingReason.LOTS_MISSING);
        refused(
                PositionSizer.size(SizingTrades.eurusd().by(new FixedLot(Lots.of("0.5"), null))),
                SizingReason.STOP_MISSING);
        refused(size(SizingTrades.in("EURGBP", "0.85").rates(Map.of()), "0.5"), SizingReason.NO_CONVERSION_RATE);
    }

    private static SizingResult size(SizingTrades trade, String lots) {
        return PositionSizer.size(trade.by(new FixedLot(Lots.of(lots), SizingTrades.FIFTY_PIPS)));
    }
}
