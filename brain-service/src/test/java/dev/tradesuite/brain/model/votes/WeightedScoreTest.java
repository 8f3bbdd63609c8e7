package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.contracts.market.SignalAction.BUY;
import static dev.tradesuite.contracts.market.SignalAction.HOLD;
import static dev.tradesuite.contracts.market.SignalAction.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.contracts.market.SignalAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedScoreTest {

    @Test
    void isTheWeightedMeanOfConfidenceTimesSide() {
        // (1 x 0.8 - 2 x 0.5) / (1 + 2) = -0.2 / 3
        assertThat(WeightedScore.of(List.of(vote(BUY, 0.8, 1), vote(SELL, 0.5, 2))))
                .hasValue(-0.066667);
    }

    @Test
    void aHoldVoteDilutesAndAnAbstentionDoesNot() {
        Vote rsi = vote(BUY, 0.625, 1);
        Vote macd = vote(BUY, 0.5, 1);
        // (0.625 + 0.5 + 0) / 3 and (0.625 + 0.5) / 2
        assertThat(WeightedScore.of(List.of(rsi, macd, vote(HOLD, 0, 1)))).hasValue(0.375);
        assertThat(WeightedScore.of(List.of(rsi, macd, new Ballot.Abstained("no bands.").weighed("bollinger", 1))))
                .hasValue(0.5625);
    }

    @Test
    void isAbsentWhenNobodyVotes() {
        assertThat(WeightedScore.of(List.of())).isEmpty();
        assertThat(WeightedScore.of(List.of(new Ballot.Abstained("no RSI.").weighed("rsi", 1))))
                .isEmpty();
        assertThat(WeightedScore.of(List.of(vote(BUY, 1, 0)))).isEmpty();
    }

    @Test
    void aMeanOfFourTenthsIsFourTenths() {
        // In doubles (0.6 + 0.6 + 0) / 3 is 0.39999999999999997, just below a threshold of 0.4.
        assertThat(WeightedScore.of(List.of(vote(BUY, 0.6, 1), vote(BUY, 0.6, 1), vote(HOLD, 0, 1))))
                .hasValue(0.4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void staysBetweenMinusOneAndOneAndTurnsWithTheVotes(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Vote> votes = new ArrayList<>();
            List<Vote> opposite = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                double confidence = random.nextInt(10_001) / 1e4;
                double weight = 0.1 + random.nextInt(20) / 10.0;
                boolean buys = random.nextBoolean();
                votes.add(vote(buys ? BUY : SELL, confidence, weight));
                opposite.add(vote(buys ? SELL : BUY, confidence, weight));
            }
            double score = WeightedScore.of(votes).orElseThrow();
            assertThat(score).isBetween(-1.0, 1.0);
            // Rounding half up is not symmetric around zero, so the last digit may differ.
            assertThat(WeightedScore.of(opposite).orElseThrow()).isBetween(-score - 1.5e-6, -score + 1.5e-6);
        }
    }

    private static Vote vote(SignalAction direction, double confidence, double weight) {
        return new Vote("test", direction, confidence, weight, "for a test");
    }
}
