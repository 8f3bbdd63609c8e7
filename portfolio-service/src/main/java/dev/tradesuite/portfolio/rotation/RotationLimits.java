package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.portfolio.RotationAction;
import java.util.List;

/** When strategies are to be changed. */
public record RotationLimits(Lag lag, Substitute substitute, Handling handling) {

    /** What holds where nothing else is said. */
    public static final RotationLimits DEFAULT = new RotationLimits(
            new Lag(60, 5, 0.8, 1),
            new Substitute(0.6, 90, 0.9),
            new Handling(List.of(RotationAction.SUSPEND), 0.5, 5, 20, 7));

    /**
     * When a strategy lags.
     *
     * @param days trading days looked back
     * @param running days running on which its return has to be below the benchmark's
     * @param sharpeShare least part of the target Sharpe ratio
     * @param targetSharpe yearly Sharpe ratio it should have
     */
    public record Lag(int days, int running, double sharpeShare, double targetSharpe) {}

    /**
     * What may take its place.
     *
     * @param correlation a replacement has to stay below with any of the rest
     * @param days returns the correlation looks back
     * @param probability least probability that it is better
     */
    public record Substitute(double correlation, int days, double probability) {}

    /**
     * What becomes of a proposal.
     *
     * @param automatic what is carried out without asking a person
     * @param reduceTo part of the weight that is left after REDUCE
     * @param answerDays days after which it is made again when nobody answers
     * @param restDays days until the same is proposed again after it was decided
     * @param staleDays age of the newest return from which on nothing is known
     */
    public record Handling(
            List<RotationAction> automatic, double reduceTo, int answerDays, int restDays, int staleDays) {

        public Handling {
            automatic = automatic.stream().distinct().sorted().toList();
        }
    }
}
