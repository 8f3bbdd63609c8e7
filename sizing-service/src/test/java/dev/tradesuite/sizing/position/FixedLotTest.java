package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.Answers.kinds;
import static dev.tradesuite.sizing.position.Answers.refused;
import static dev.tradesuite.sizing.position.Answers.sized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Lots;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedLotTest {

    @Test
    void takesTheLotsAskedForAndReportsTheirRisk() {
        SizingResult.Sized sized = sized(size(Trades.eurusd(), "0.5"));

        assertThat(sized.lots()).isEqualTo(Lots.of("0.5"));
        // 0.5 x 50 x 10 = 250 USD
        assertThat(sized.realisedRisk()).isEqualByComparingTo("250");
        assertThat(sized.arithmetic().amountAtRisk()).isNull();
        assertThat(sized.notices()).isEmpty();
    }

    @Test
    void roundsDownToTheLotStepWithANotice() {
        SizingResult.Sized sized = sized(size(Trades.eurusd(), "0.129"));

        assertThat(sized.lots()).isEqualTo(Lots.of("0.12"));
        assertThat(sized.notices())
                .containsExactly(new Notice(
                        Notice.Kind.LOTS_ROUNDED_DOWN,
                        "0.129 lots are not a multiple of the lot step 0.01 and were rounded down to 0.12."));
    }

    @Test
    void refusesLessThanTheMinimum() {
        SizingResult.Refused refused = refused(size(Trades.eurusd(), "0.009"), Refusal.Cause.BELOW_MINIMUM_LOT);

        assertThat(refused.minimumLotRisk()).isEqualByComparingTo("5");
    }

    @Test
    void cutsToTheMaximum() {
        SizingResult.Sized sized = sized(size(Trades.eurusd().account("1000000", "USD"), "100.01"));

        assertThat(sized.lots()).isEqualTo(Lots.of("100"));
        assertThat(kinds(sized)).containsExactly(Notice.Kind.CAPPED_AT_MAXIMUM_LOT);
    }

    @Test
    void refusesWhatItCannotReckon() {
        refused(
                PositionSizer.size(Trades.eurusd().by(new FixedLot(null, Trades.FIFTY_PIPS))),
                Refusal.Cause.LOTS_MISSING);
        refused(PositionSizer.size(Trades.eurusd().by(new FixedLot(Lots.of("0.5"), null))), Refusal.Cause.STOP_MISSING);
        refused(size(Trades.in("EURGBP", "0.85").rates(Map.of()), "0.5"), Refusal.Cause.NO_CONVERSION_RATE);
    }

    private static SizingResult size(Trades trade, String lots) {
        return PositionSizer.size(trade.by(new FixedLot(Lots.of(lots), Trades.FIFTY_PIPS)));
    }
}
