package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.brain.indicator.Indicator.ATR;
import static dev.tradesuite.brain.indicator.Indicator.MACD;
import static dev.tradesuite.brain.indicator.Indicator.MACD_SIGNAL;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.Figures;

/**
 * MACD: which way momentum turns.
 *
 * <p>The MACD line above its signal line is BUY, below is SELL. The confidence grows with the gap between the two,
 * measured in average true ranges: full at {@code fullGapAtr}; a gap below a tenth of that is noise and HOLD. Where the
 * range is not known the gap cannot be measured and the confidence is 0.5. A crossing on the far side of zero goes
 * against the move so far and counts 0.6 of it.
 *
 * <p>Worked example: MACD 0.0010, signal 0.0008, ATR 0.0016: the gap is 0.0002 / 0.0016 = 0.125 ranges, with full at
 * 0.25 a confidence of 0.5.
 *
 * @param fullGapAtr gap of full confidence in average true ranges, above 0, such as 0.25
 */
record MacdVoter(double fullGapAtr) implements Voter {

    private static final double AGAINST_ZERO_LINE = 0.6;

    @Override
    public Ballot vote(VotersView view) {
        Readings readings = view.readings();
        if (!readings.has(MACD, MACD_SIGNAL)) {
            return new Ballot.Abstained("the MACD or its signal line is not known.");
        }
        double macd = readings.value(MACD);
        double gap = macd - readings.value(MACD_SIGNAL);
        double strength = Strength.of(gap, readings.get(ATR), fullGapAtr);
        if (strength == 0) {
            return Ballot.hold("MACD " + Figures.price(macd) + " runs along its signal line.");
        }
        boolean up = gap > 0;
        boolean withMove = up ? macd >= 0 : macd <= 0;
        return Ballot.side(
                up,
                withMove ? strength : AGAINST_ZERO_LINE * strength,
                "MACD " + Figures.price(macd) + " is " + Figures.price(Math.abs(gap)) + (up ? " above" : " below")
                        + " its signal line" + (withMove ? "." : ", against the zero line."));
    }
}
