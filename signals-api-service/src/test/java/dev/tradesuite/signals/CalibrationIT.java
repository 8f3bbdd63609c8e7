package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.brain.PositionSignal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calibration against the closes the models were booked on. */
class CalibrationIT extends BookedModelsIT {

    private static final int HORIZON = 24;
    /** Half spread and slippage of the euro, 0.9 pip at each of the two fills. */
    private static final double COSTS = 2 * 0.00009;

    @Test
    void hitsAreMovesThatPaidTheirCosts() {
        int[] forecasts = IntStream.range(0, BARS - HORIZON)
                .filter(bar -> signal("RL_PPO", bar) != PositionSignal.FLAT)
                .toArray();
        long hits = IntStream.of(forecasts).filter(CalibrationIT::isHit).count();
        double rate = (double) hits / forecasts.length;

        JsonNode calibration = get("/api/models/calibration?strategy=RL_PPO");

        assertThat(calibration.path("n").asInt()).isEqualTo(forecasts.length);
        assertThat(calibration.path("hit_rate").doubleValue()).isCloseTo(rate, within(1e-12));
        // Every confidence is 0.5, so every forecast is wrong by half: 0.5 x 0.5.
        assertThat(calibration.path("brier_score").doubleValue()).isCloseTo(0.25, within(1e-12));
        assertThat(calibration.path("brier_of_base_rate").doubleValue()).isCloseTo(rate * (1 - rate), within(1e-12));
        assertThat(calibration.path("mean_confidence").doubleValue()).isCloseTo(0.5, within(1e-12));
        assertThat(calibration.path("bins").size()).isEqualTo(1);
        assertThat(calibration.at("/bins/0/from").doubleValue()).isEqualTo(0.5);
        assertThat(calibration.at("/bins/0/count").asInt()).isEqualTo(forecasts.length);
    }

    @Test
    void whoNeverForecastsHasNoCalibration() {
        JsonNode overlay = get("/api/models/calibration?strategy=LLM_CLAUDE");
        assertThat(overlay.path("n").asInt()).isZero();
        assertThat(overlay.at("/reason/code").asString()).isEqualTo("NO_FORECASTS");
        assertThat(reasons(overlay)).containsEntry("brier_score", "NO_FORECASTS");
    }

    private static boolean isHit(int bar) {
        double move = BookedModels.close(bar + HORIZON).doubleValue()
                - BookedModels.close(bar).doubleValue();
        return (signal("RL_PPO", bar) == PositionSignal.LONG ? move : -move) > COSTS;
    }
}
