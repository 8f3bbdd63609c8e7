package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees splits in the days of an import.
 *
 * <p>With adjusted closes a split is where the adjustment changes by a fifth or more, which no usual dividend does.
 * Without them it is where the price falls or rises overnight to a whole part or multiple. Serves one import.
 */
final class SplitWatch {

    private static final int SAID = 5;
    private static final int MOST = 50;
    private static final double CHANGE = 1.2;
    private static final double NEAR = 0.03;

    private final boolean areDays;
    private final Map<String, CandleRow> lastBySymbol = new HashMap<>();
    private final List<String> seen = new ArrayList<>();

    SplitWatch(Timeframe timeframe) {
        this.areDays = timeframe == Timeframe.D1;
    }

    /** Takes the next row; rows may run forwards or backwards. */
    void see(CandleRow row) {
        if (!areDays) {
            return;
        }
        CandleRow last = lastBySymbol.put(row.symbol(), row);
        if (last != null && seen.size() <= SAID) {
            boolean isForwards = last.openTime().isBefore(row.openTime());
            compare(isForwards ? last : row, isForwards ? row : last);
        }
    }

    /** The splits in sentences, the first of them. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>(seen.subList(0, Math.min(SAID, seen.size())));
        if (seen.size() > SAID) {
            sentences.add("There are more splits.");
        }
        return sentences;
    }

    private void compare(CandleRow before, CandleRow after) {
        Double older = adjustment(before);
        Double newer = adjustment(after);
        if (older != null && newer != null) {
            double ratio = older / newer;
            if (ratio >= CHANGE || ratio <= 1 / CHANGE) {
                say(before, after, "a split", ratio, "returns use the adjusted closes");
            }
        } else {
            double ratio = before.close().doubleValue() / after.open().doubleValue();
            double parts = Math.max(ratio, 1 / ratio);
            if (parts >= 2 - NEAR && parts <= MOST && Math.abs(parts / Math.rint(parts) - 1) <= NEAR) {
                double whole = ratio >= 1 ? Math.rint(parts) : 1 / Math.rint(parts);
                say(
                        before,
                        after,
                        "what looks like a split",
                        whole,
                        "without adjusted closes returns over it are wrong");
            }
        }
    }

    private void say(CandleRow before, CandleRow after, String what, double ratio, String consequence) {
        String parts = ratio >= 1 ? rounded(ratio) + " for 1" : "1 for " + rounded(1 / ratio);
        seen.add("%s: %s of %s between %s and %s; %s."
                .formatted(after.symbol(), what, parts, day(before.openTime()), day(after.openTime()), consequence));
    }

    private static @Nullable Double adjustment(CandleRow row) {
        return row.adjustedClose() == null
                ? null
                : row.close().doubleValue() / row.adjustedClose().doubleValue();
    }

    private static String rounded(double parts) {
        double tenths = Math.rint(parts * 10) / 10;
        return tenths == Math.rint(tenths) ? String.valueOf((long) tenths) : String.valueOf(tenths);
    }

    private static String day(Instant openTime) {
        return openTime.toString().substring(0, 10);
    }
}
