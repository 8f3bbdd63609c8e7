package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.quant.swing.FibonacciLevel;
import dev.tradesuite.quant.swing.Retracement;
import dev.tradesuite.quant.swing.Swing;

/**
 * Fibonacci retracement: a pullback that ended at a level of the newest swing.
 *
 * <p>Only a confirmed turn takes a side, that of the swing; a pullback that is still on its way, or ended elsewhere, is
 * HOLD; without a swing of the smallest size there is nothing to measure and the source abstains. The confidence
 * follows the level: 61.8 % 1.0, 50 % 0.8, 38.2 % 0.7, 78.6 % 0.6 (most of the swing is gone), 23.6 % 0.5 (hardly a
 * pullback).
 */
record FibonacciVoter() implements Voter {

    @Override
    public Ballot vote(VotersView view) {
        return view.retracement()
                .map(FibonacciVoter::on)
                .orElseGet(() -> new Ballot.Abstained("there are no candles to find a swing in."));
    }

    private static Ballot on(Retracement retracement) {
        return switch (retracement) {
            case Retracement.NoSwing() -> new Ballot.Abstained("there is no swing of the smallest size yet.");
            case Retracement.Extending extending -> Ballot.hold(named(extending.swing()) + " is still growing.");
            case Retracement.Broken broken -> Ballot.hold(named(broken.swing()) + " has been given back altogether.");
            case Retracement.BetweenLevels between ->
                Ballot.hold(named(between.swing()) + " was pulled back by " + Figures.oneDecimal(100 * between.depth())
                        + " %, between two levels.");
            case Retracement.Touched touched ->
                Ballot.hold(named(touched.swing()) + " was pulled back to its "
                        + touched.level().percent() + " level; no close has confirmed a turn.");
            case Retracement.Expired expired ->
                Ballot.hold(named(expired.swing()) + " was pulled back to its "
                        + expired.level().percent() + " level " + expired.candlesAgo()
                        + " candles ago, too long for a turn now.");
            case Retracement.Confirmed confirmed ->
                Ballot.side(
                        confirmed.swing().up(),
                        confidence(confirmed.level()),
                        named(confirmed.swing()) + " was pulled back to its "
                                + confirmed.level().percent() + " level and a close confirmed the turn.");
        };
    }

    private static double confidence(FibonacciLevel level) {
        return switch (level) {
            case LEVEL_23_6 -> 0.5;
            case LEVEL_38_2 -> 0.7;
            case LEVEL_50 -> 0.8;
            case LEVEL_61_8 -> 1;
            case LEVEL_78_6 -> 0.6;
        };
    }

    private static String named(Swing swing) {
        return "The swing " + (swing.up() ? "up" : "down") + " from "
                + Figures.price(swing.start().price()) + " to "
                + Figures.price(swing.end().price());
    }
}
