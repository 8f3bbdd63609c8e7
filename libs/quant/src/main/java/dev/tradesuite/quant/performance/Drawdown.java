package dev.tradesuite.quant.performance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Falls of equity from its highest value so far, the start of the period included, as positive fractions of that value.
 *
 * @param maximum the deepest; 0 when equity never fell
 * @param current the fall at the end of the period
 * @param episodes every fall until its recovery, oldest first
 */
public record Drawdown(double maximum, double current, List<DrawdownEpisode> episodes) {

    public Drawdown {
        episodes = List.copyOf(episodes);
    }

    public static Drawdown of(EquityCurve curve) {
        List<DrawdownEpisode> episodes = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < curve.size(); i++) {
            if (curve.equity(i) >= curve.equity(peak)) {
                if (trough > peak) {
                    episodes.add(episode(curve, peak, trough, Optional.of(curve.time(i))));
                }
                peak = i;
                trough = i;
            } else if (trough == peak || curve.equity(i) < curve.equity(trough)) {
                trough = i;
            }
        }
        if (trough > peak) {
            episodes.add(episode(curve, peak, trough, Optional.empty()));
        }
        return new Drawdown(
                episodes.stream().mapToDouble(DrawdownEpisode::depth).max().orElse(0),
                (curve.equity(peak) - curve.last()) / curve.equity(peak),
                episodes);
    }

    /** The deepest falls first. */
    public List<DrawdownEpisode> deepest(int count) {
        return episodes.stream()
                .sorted(Comparator.comparingDouble(DrawdownEpisode::depth).reversed())
                .limit(count)
                .toList();
    }

    private static DrawdownEpisode episode(EquityCurve curve, int peak, int trough, Optional<Instant> recovered) {
        return new DrawdownEpisode(
                curve.time(peak), curve.equity(peak), curve.time(trough), curve.equity(trough), recovered.orElse(null));
    }
}
