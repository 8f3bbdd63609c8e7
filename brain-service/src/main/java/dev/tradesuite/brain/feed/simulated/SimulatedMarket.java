package dev.tradesuite.brain.feed.simulated;

import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.Instrument;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A made-up price at every minute of every day since 2026-01-01, UTC. The same seed and symbol give the same prices on
 * every machine and in every order of questions.
 *
 * <p>The closes of the days are a random walk from the start price; the minutes of a day are a bridge from one close to
 * the next: normal steps, larger in busy hours and smaller at night, on top of a few stretches with a trend. Nothing is
 * to be learnt from it about a real market. Not safe for use by several threads.
 */
final class SimulatedMarket {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    static final int MINUTES = 24 * 60;

    private static final int REMEMBERED_DAYS = 64;
    private static final int STRETCH = 240;
    /** Share of a day's movement that its trends make up. */
    private static final double TREND_SHARE = 0.5;

    private final long seed;
    private final Map<Day, double[]> remembered = new LinkedHashMap<>(REMEMBERED_DAYS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Day, double[]> eldest) {
            return size() > REMEMBERED_DAYS;
        }
    };

    SimulatedMarket(long seed) {
        this.seed = seed;
    }

    private record Day(String symbol, LocalDate date) {}

    /** Price at the beginning of each minute of a day, and at its end: 1,441 numbers. */
    double[] day(Instrument instrument, LocalDate date) {
        return remembered.computeIfAbsent(new Day(instrument.symbol(), date), _ -> path(instrument, date));
    }

    private double[] path(Instrument instrument, LocalDate date) {
        double start = close(instrument, date.minusDays(1));
        double end = close(instrument, date);
        double deviation = dailyDeviation(instrument.assetClass());
        Random random = random(instrument, date, 1);
        double[] sums = new double[MINUTES + 1];
        double[] weights = new double[MINUTES + 1];
        double trend = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            if (minute % STRETCH == 0) {
                trend = random.nextGaussian();
            }
            double activity = activity(minute);
            double step = activity * (TREND_SHARE * trend / Math.sqrt(STRETCH) + random.nextGaussian());
            sums[minute + 1] = sums[minute] + step * deviation / Math.sqrt(MINUTES);
            weights[minute + 1] = weights[minute] + activity;
        }
        double gap = StrictMath.log(end / start) - sums[MINUTES];
        double[] prices = new double[MINUTES + 1];
        for (int minute = 0; minute <= MINUTES; minute++) {
            prices[minute] = start * StrictMath.exp(sums[minute] + gap * weights[minute] / weights[MINUTES]);
        }
        return prices;
    }

    /** Price at the end of a day; that before the first day is the start price. */
    private double close(Instrument instrument, LocalDate date) {
        double logarithm = 0;
        double deviation = dailyDeviation(instrument.assetClass());
        Random random = random(instrument, FIRST_DAY, 0);
        long days = ChronoUnit.DAYS.between(FIRST_DAY, date) + 1;
        for (long day = 0; day < days; day++) {
            // Drawn back towards the start: after years it is still a price somebody could pay.
            logarithm += deviation * random.nextGaussian() - logarithm / 250;
        }
        return startPrice(instrument) * StrictMath.exp(logarithm);
    }

    private Random random(Instrument instrument, LocalDate date, long purpose) {
        long mixed = seed;
        for (long part : new long[] {instrument.symbol().hashCode(), date.toEpochDay(), purpose}) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return new Random(mixed);
    }

    /** Larger from 07:00 to 17:00 UTC, largest when Europe and America trade together. */
    private static double activity(int minute) {
        int hour = minute / 60;
        if (hour >= 12 && hour < 16) {
            return 1.8;
        }
        return hour >= 7 && hour < 18 ? 1.2 : 0.5;
    }

    private static double dailyDeviation(AssetClass market) {
        return switch (market) {
            case FX -> 0.006;
            case METAL -> 0.011;
            case STOCK -> 0.016;
            case CRYPTO -> 0.03;
        };
    }

    private static double startPrice(Instrument instrument) {
        return switch (instrument.marketSymbol()) {
            case "EURUSD" -> 1.1750;
            case "GBPUSD" -> 1.3450;
            case "USDJPY" -> 156.50;
            case "USDCOP" -> 3_780;
            case "XAUUSD" -> 4_320;
            case "BTCUSD", "BTCUSDT" -> 88_000;
            default -> instrument.pipSize().doubleValue() * 10_000;
        };
    }

    /** Day of a moment. */
    static LocalDate dateOf(long epochMillis) {
        return LocalDate.ofEpochDay(
                Math.floorDiv(epochMillis, Duration.ofDays(1).toMillis()));
    }

    /** Start of a day, milliseconds since 1970. */
    static long startOf(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
