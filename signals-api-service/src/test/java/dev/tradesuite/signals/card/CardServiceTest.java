package dev.tradesuite.signals.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardServiceTest {

    private final FixedClock clock = FixedClock.at("2026-03-02T10:00:00Z");
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean atOnce = true;
    private String told = "first";
    private int asked;

    private final CardService cards = new CardService(
            (_, _) -> {
                asked++;
                if (told.isEmpty()) {
                    throw new IllegalStateException("away");
                }
                return List.of(new DecidingModel("ML_XGB", null, new Reason(told, "For a test.")));
            },
            question -> {
                if (atOnce) {
                    question.run();
                } else {
                    waiting.add(question);
                }
            },
            clock);

    @Test
    void theBrainIsAskedOnceInThreeSecondsForASeriesAndWhoReadsThenHearsIt() {
        assertThat(said()).isEqualTo("first");
        told = "second";
        clock.set(clock.instant().plusMillis(2_999));
        assertThat(said()).isEqualTo("first");
        assertThat(asked).isEqualTo(1);

        clock.set(clock.instant().plusMillis(1));
        assertThat(said()).isEqualTo("second");
        assertThat(cards.find("USDJPY", Timeframe.M5, "ML_XGB")).isPresent();
        assertThat(asked).isEqualTo(3);
        assertThat(cards.find("EURUSD", Timeframe.M5, "RL_PPO")).isEmpty();
    }

    @Test
    void whatWasToldLastHoldsWhileTheBrainIsSlowOrAway() {
        assertThat(said()).isEqualTo("first");
        told = "";
        clock.set(clock.instant().plusSeconds(3));
        assertThat(said()).isEqualTo("first");

        told = "second";
        atOnce = false;
        clock.set(clock.instant().plusSeconds(3));
        assertThat(said()).isEqualTo("first");
        waiting.forEach(Runnable::run);
        assertThat(said()).isEqualTo("second");
    }

    @Test
    void withoutAnAnswerThereIsNoCard() {
        told = "";

        assertThat(said()).isEqualTo("nothing");
    }

    private String said() {
        return cards.find("EURUSD", Timeframe.M5, "ML_XGB")
                .map(model -> model.problem() == null ? "" : model.problem().code())
                .orElse("nothing");
    }
}
