package dev.tradesuite.brain.model.ensemble;

import static dev.tradesuite.brain.model.bar.BarModelCode.LLM_CLAUDE;
import static dev.tradesuite.brain.model.bar.BarModelCode.ML_LGBM;
import static dev.tradesuite.brain.model.bar.BarModelCode.ML_XGB;
import static dev.tradesuite.brain.model.bar.BarModelCode.RL_PPO;
import static dev.tradesuite.contracts.brain.PositionSignal.FLAT;
import static dev.tradesuite.contracts.brain.PositionSignal.LONG;
import static dev.tradesuite.contracts.brain.PositionSignal.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarVote;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.bar.Signals;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnsembleModelTest {

    @ParameterizedTest
    @CsvSource({
        // RL, LGBM, XGB, LLM: L long, S short, F flat, - abstains
        "L, F, F, F, 0.30, FLAT",
        "L, L, F, -, 0.55, LONG",
        "L, L, S, F, 0.30, FLAT",
        "-, L, L, -, 0.50, LONG",
        "S, F, F, S, -0.50, SHORT",
        "S, F, F, F, -0.30, FLAT",
        "-, -, -, -, 0.00, FLAT",
        "L, L, L, L, 1.00, LONG",
        "S, S, S, S, -1.00, SHORT"
    })
    void weighsTheSidesAndRenormalisesNothing(
            char policy, char lgbm, char xgb, char overlay, double score, PositionSignal expected) {
        BarSignal.Decided said = ensemble(
                signal(RL_PPO, policy), signal(ML_XGB, xgb), signal(ML_LGBM, lgbm), signal(LLM_CLAUDE, overlay));

        assertThat(said.features().get("score")).isCloseTo(score, within(1e-9));
        assertThat(said.score())
                .isEqualTo(BarScore.around("score", said.features().getOrDefault("score", 0.0), 0.3));
        assertThat(said.position()).isEqualTo(expected);
    }

    @Test
    void isAsSureAsTheScoreAndAsLargeAsThoseThatAgree() {
        BarSignal.Decided said = ensemble(
                Signals.of(RL_PPO, LONG, 0.8),
                Signals.of(ML_XGB, SHORT, 0.5),
                Signals.of(ML_LGBM, LONG, 0.4),
                Signals.of(LLM_CLAUDE, LONG, 0.6));

        // 0.3 - 0.25 + 0.25 + 0.2 = 0.5; (0.8 + 0.4 + 0.6) / 3 = 0.6; 0.5 x 0.6 = 0.3
        assertThat(said.confidence()).isCloseTo(0.5, within(1e-9));
        assertThat(said.size()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void flatIsTheSurerTheNearerTheScoreIsToZero() {
        // 0.25 of 0.3: 1 - 0.25 / 0.3
        assertThat(ensemble(Signals.of(ML_XGB, LONG, 1)).confidence()).isCloseTo(1 - 0.25 / 0.3, within(1e-9));
        assertThat(ensemble(Signals.of(RL_PPO, LONG, 1)).confidence()).isCloseTo(0, within(1e-9));
    }

    @Test
    void namesThoseThatAbstainAndShowsEveryVote() {
        BarSignal.Decided said = ensemble(Signals.of(RL_PPO, LONG, 0.8), Signals.abstained(LLM_CLAUDE));

        assertThat(said.reasoning()).contains("Abstained, counted 0: LLM_CLAUDE");
        assertThat(said.votes())
                .containsExactly(new BarVote(RL_PPO, LONG, 0.3, false), new BarVote(LLM_CLAUDE, FLAT, 0.2, true));
    }

    private static BarSignal.Decided ensemble(BarSignal... others) {
        return (BarSignal.Decided)
                new EnsembleModel().on(Views.hearing(Opinion.missing(SignalReason.ADVISOR_OFF), others));
    }

    private static BarSignal signal(BarModelCode code, char said) {
        return switch (said) {
            case 'L' -> Signals.of(code, LONG, 0.5);
            case 'S' -> Signals.of(code, SHORT, 0.5);
            case 'F' -> Signals.of(code, FLAT, 0.5);
            default -> Signals.abstained(code);
        };
    }
}
