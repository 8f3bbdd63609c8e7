package dev.tradesuite.signals.calibration;

import dev.tradesuite.quant.performance.Calibration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Forecasts with their outcomes as they are read, in arrays that grow: there may be half a million. */
final class Forecasts {

    private double[] confidences = new double[1024];
    private boolean[] outcomes = new boolean[1024];
    private int count;
    private @Nullable Instant first;
    private @Nullable Instant last;

    void add(Forecast forecast, boolean cameTrue) {
        if (count == confidences.length) {
            confidences = Arrays.copyOf(confidences, 2 * count);
            outcomes = Arrays.copyOf(outcomes, 2 * count);
        }
        confidences[count] = forecast.confidence();
        outcomes[count] = cameTrue;
        count++;
        first = first == null ? forecast.at() : first;
        last = forecast.at();
    }

    SignalCalibration calibration(int bins) {
        double[] all = Arrays.copyOf(confidences, count);
        return new SignalCalibration(
                first,
                last,
                Arrays.stream(all).average().orElse(0),
                Calibration.of(all, Arrays.copyOf(outcomes, count), bins));
    }
}
