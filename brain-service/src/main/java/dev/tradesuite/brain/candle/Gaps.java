package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stretches of a series where candles are missing.
 *
 * <p>Whether the market was open is not known; it is told from the candles. A gap is the close of a session when it is
 * shorter than four days and none of its slots has a candle one week before or one week after. Nights, weekends and the
 * pause at the daily roll fall under this; a holiday, a lost hour or a lost week do not.
 *
 * @param count gaps other than closes of a session
 * @param sessionCount closes of a session
 * @param longest of those counted, the longest, longest first
 * @param commonestStep the commonest distance between neighbouring slots; zero with fewer than two candles
 */
public record Gaps(long count, long sessionCount, List<Gap> longest, Duration commonestStep) {

    /** How far to either side candles are needed to judge a gap. */
    public static final Duration NEIGHBOURHOOD = Duration.ofDays(7);

    private static final Duration LONGEST_SESSION_CLOSE = Duration.ofDays(4);
    private static final int REPORTED = 100;

    /**
     * Missing candles.
     *
     * @param after open time of the last candle before the gap
     * @param before open time of the first candle after it
     * @param missing slots between the two
     */
    public record Gap(Instant after, Instant before, long missing) {}

    /**
     * Finds the gaps between two candles.
     *
     * @param openMillis open times of the stored candles, oldest first, from a week before {@code first} to a week
     *     after {@code last}
     * @param first open time from which gaps count
     * @param last open time up to which gaps count
     */
    public static Gaps find(long[] openMillis, Timeframe timeframe, Instant first, Instant last) {
        return new Finder(openMillis, timeframe).find(first.toEpochMilli(), last.toEpochMilli());
    }

    private static final class Finder {

        private final long[] openMillis;
        private final long[] slots;
        private final long length;
        private final List<Gap> gaps = new ArrayList<>();
        private final Map<Long, Integer> steps = new HashMap<>();
        private long sessionCount;

        Finder(long[] openMillis, Timeframe timeframe) {
            this.openMillis = openMillis;
            this.length = timeframe.length().toMillis();
            this.slots = Arrays.stream(openMillis)
                    .map(open -> Slots.of(open, timeframe))
                    .toArray();
        }

        Gaps find(long first, long last) {
            for (int i = 1; i < slots.length; i++) {
                if (openMillis[i - 1] >= first && openMillis[i] <= last) {
                    long step = slots[i] - slots[i - 1];
                    steps.merge(step, 1, Integer::sum);
                    if (step > length) {
                        take(i, step);
                    }
                }
            }
            gaps.sort(Comparator.comparingLong(Gap::missing).reversed().thenComparing(Gap::after));
            return new Gaps(
                    gaps.size(),
                    sessionCount,
                    List.copyOf(gaps.subList(0, Math.min(REPORTED, gaps.size()))),
                    commonestStep());
        }

        private void take(int next, long step) {
            if (step <= LONGEST_SESSION_CLOSE.toMillis() && isClosedAWeekBeforeAndAfter(slots[next - 1], slots[next])) {
                sessionCount++;
            } else {
                gaps.add(new Gap(
                        Instant.ofEpochMilli(openMillis[next - 1]),
                        Instant.ofEpochMilli(openMillis[next]),
                        step / length - 1));
            }
        }

        private boolean isClosedAWeekBeforeAndAfter(long after, long before) {
            long week = NEIGHBOURHOOD.toMillis();
            return !hasCandleBetween(after - week, before - week) && !hasCandleBetween(after + week, before + week);
        }

        /** Whether a candle stands in a slot between two others, both excluded. */
        private boolean hasCandleBetween(long after, long before) {
            int found = Arrays.binarySearch(slots, after + 1);
            int next = found >= 0 ? found : -found - 1;
            return next < slots.length && slots[next] < before;
        }

        private Duration commonestStep() {
            return steps.entrySet().stream()
                    .max(Map.Entry.<Long, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(step -> Duration.ofMillis(step.getKey()))
                    .orElse(Duration.ZERO);
        }
    }
}
