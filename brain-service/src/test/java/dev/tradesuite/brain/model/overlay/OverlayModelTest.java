package dev.tradesuite.brain.model.overlay;

import static dev.tradesuite.brain.model.bar.BarModelCode.ML_LGBM;
import static dev.tradesuite.brain.model.bar.BarModelCode.ML_XGB;
import static dev.tradesuite.brain.model.bar.BarModelCode.RL_PPO;
import static dev.tradesuite.contracts.brain.PositionSignal.FLAT;
import static dev.tradesuite.contracts.brain.PositionSignal.LONG;
import static dev.tradesuite.contracts.brain.PositionSignal.SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.bar.Signals;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.contracts.brain.OpinionVerdict;
import dev.tradesuite.contracts.brain.SignalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlayModelTest {

    private static final BarSignal POLICY = Signals.of(RL_PPO, LONG, 0.8);
    private static final BarSignal LGBM = Signals.of(ML_LGBM, LONG, 0.4);
    private static final BarSignal XGB = Signals.of(ML_XGB, SHORT, 0.9);

    private final OverlayModel model = new OverlayModel("claude-test");

    @Test
    void confirmedIsTheMeanSizeOfThoseThatAgree() {
        // 0.3 + 0.25 - 0.25 > 0: long; (0.8 + 0.4) / 2
        BarSignal.Decided said = on(given(OpinionVerdict.CONFIRM, 1, 0.2));

        assertThat(said.position()).isEqualTo(LONG);
        assertThat(said.size()).isCloseTo(0.6, within(1e-9));
        assertThat(said.confidence()).isEqualTo(0.7);
        assertThat(said.score()).isEqualTo(new BarScore.None(SignalReason.FOLLOWS_LANGUAGE_MODEL));
    }

    @Test
    void reducedIsAShareOfIt() {
        BarSignal.Decided said = on(given(OpinionVerdict.REDUCE, 1, 0.25));

        assertThat(said.position()).isEqualTo(LONG);
        assertThat(said.size()).isCloseTo(0.15, within(1e-9));
    }

    @Test
    void aVetoIsFlatAndSoIsAReductionToNothing() {
        assertThat(on(given(OpinionVerdict.VETO, 1, 1)).position()).isEqualTo(FLAT);
        assertThat(on(given(OpinionVerdict.REDUCE, 1, 0)).position()).isEqualTo(FLAT);
    }

    @ParameterizedTest
    @EnumSource(OpinionVerdict.class)
    void neverTakesASideTheOthersDoNotTakeTogether(OpinionVerdict verdict) {
        assertThat(on(given(verdict, -1, 1)).position()).isEqualTo(FLAT);
        assertThat(decided(given(verdict, 1, 1), Signals.of(ML_LGBM, LONG, 0.4), XGB)
                        .position())
                .isEqualTo(FLAT);
        assertThat(decided(given(verdict, 1, 1)).position()).isEqualTo(FLAT);
    }

    @ParameterizedTest
    @EnumSource(OpinionVerdict.class)
    void isNeverLargerThanTheOthers(OpinionVerdict verdict) {
        assertThat(on(given(verdict, 1, 1)).size()).isLessThanOrEqualTo(0.6 + 1e-9);
    }

    @Test
    void abstainsWithTheReasonWhenThereIsNoOpinion() {
        BarSignal said = model.on(Views.hearing(Opinion.missing(SignalReason.ADVISOR_OFF), POLICY, LGBM));

        assertThat(said).isInstanceOfSatisfying(BarSignal.Abstained.class, abstained -> {
            assertThat(abstained.reason().code()).isEqualTo("ADVISOR_OFF");
            assertThat(abstained.votes()).hasSize(2);
        });
    }

    @Test
    void cutsALongReasoning() {
        Opinion wordy = new Opinion.Given(OpinionVerdict.CONFIRM, 1, 1, 0.7, "x".repeat(2_000), "claude-test");

        assertThat(decided(wordy, POLICY).reasoning()).hasSize(300);
    }

    private BarSignal.Decided on(Opinion opinion) {
        return decided(opinion, POLICY, XGB, LGBM);
    }

    private BarSignal.Decided decided(Opinion opinion, BarSignal... others) {
        return (BarSignal.Decided) model.on(Views.hearing(opinion, others));
    }

    private static Opinion given(OpinionVerdict verdict, int lean, double sizeFraction) {
        return new Opinion.Given(verdict, lean, sizeFraction, 0.7, "As it is.", "claude-test");
    }
}
