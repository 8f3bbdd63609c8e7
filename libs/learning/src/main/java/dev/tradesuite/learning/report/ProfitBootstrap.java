package dev.tradesuite.learning.report;

import java.util.Random;

/** How sure a profit is: days are drawn with repetition, as many as there were, again and again. */
final class ProfitBootstrap {

    private static final int DRAWS = 2_000;

    private ProfitBootstrap() {}

    /** Share of the draws whose sum is above zero; 0 without a day. */
    static double aboveZero(double[] dailyProfits, long seed) {
        Random random = new Random(seed);
        int above = 0;
        for (int draw = 0; draw < DRAWS && dailyProfits.length > 0; draw++) {
            double sum = 0;
            for (int day = 0; day < dailyProfits.length; day++) {
                sum += dailyProfits[random.nextInt(dailyProfits.length)];
            }
            above += sum > 0 ? 1 : 0;
        }
        return (double) above / DRAWS;
    }
}
