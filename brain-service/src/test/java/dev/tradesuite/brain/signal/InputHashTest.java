package dev.tradesuite.brain.signal;

import static dev.tradesuite.brain.TestCandles.moving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.Objections;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.FakeModel;
import dev.tradesuite.brain.model.ModelInput;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputHashTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ModelVersion VOTES = new ModelVersion("votes", "1-00000000", false);
    private static final SignalInput INPUT = input(60);
    private static final SignalQuestion QUESTION = question(OptionalDouble.empty());

    @Test
    void equalInputsHaveOneHashAndAnyOtherInputHasAnother() {
        String hash = InputHash.of(VOTES, QUESTION, NOON, INPUT, List.of());
        assertThat(InputHash.of(VOTES, question(OptionalDouble.empty()), NOON, input(60), List.of()))
                .isEqualTo(hash)
                .matches("[0-9a-f]{64}");
        AdvisorOpinion opinion =
                new AdvisorOpinion("a", "m", NOON, NOON.plusSeconds(900), new Objections(0.5, 0, "for a test"));
        assertThat(Set.of(
                        hash,
                        InputHash.of(new ModelVersion("other", "1-00000000", false), QUESTION, NOON, INPUT, List.of()),
                        InputHash.of(new ModelVersion("votes", "2", false), QUESTION, NOON, INPUT, List.of()),
                        InputHash.of(VOTES, question(OptionalDouble.of(1.1)), NOON, INPUT, List.of()),
                        InputHash.of(VOTES, QUESTION, NOON.plusMillis(1), INPUT, List.of()),
                        InputHash.of(VOTES, QUESTION, NOON, input(59), List.of()),
                        InputHash.of(VOTES, QUESTION, NOON, INPUT, List.of(opinion))))
                .hasSize(7);
    }

    private static SignalInput input(int candles) {
        return new SignalInput.Found(
                SignalSource.REQUEST_CANDLES,
                ModelInput.of(moving(candles, 1.08, 0.0001), Readings.NONE, List.of(), OptionalDouble.empty()));
    }

    private static SignalQuestion question(OptionalDouble price) {
        return new SignalQuestion(
                new FakeModel("votes"),
                "EURUSD",
                Timeframe.M5,
                price,
                Optional.empty(),
                moving(60, 1.08, 0.0001),
                Readings.NONE,
                List.of());
    }
}
