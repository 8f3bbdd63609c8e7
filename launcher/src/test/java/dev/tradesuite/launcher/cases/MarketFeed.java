package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;

/** Stores fresh candles on which the brain says what a case wants. */
final class MarketFeed {

    private static final int CANDLES = 120;
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int SEEDS = 60;

    private final CasesSuite suite;
    private final Set<String> followed = new HashSet<>();

    MarketFeed(CasesSuite suite) {
        this.suite = suite;
    }

    enum Wish {
        BUY(0.00008),
        SELL(-0.00008);

        private final double drift;

        Wish(double drift) {
            this.drift = drift;
        }
    }

    /** Stores five-minute candles until now that end at the price, once per symbol. */
    void follow(String symbol, double last, Wish wish) {
        if (!followed.add(symbol)) {
            return;
        }
        for (int seed = 1; seed <= SEEDS; seed++) {
            String candles = candles(last, wish, seed);
            Answer signal = suite.post(
                    "/api/v1/brain/decide",
                    "{\"symbol\": \"%s\", \"timeframe\": \"M5\", \"candles\": %s}".formatted(symbol, candles));
            assertThat(signal.status()).as(signal.json().toString()).isEqualTo(200);
            if (signal.json().path("signal").asString().equals(wish.name())) {
                Answer stored = suite.post(
                        "/api/v1/candles/" + symbol, "{\"timeframe\": \"M5\", \"candles\": %s}".formatted(candles));
                assertThat(stored.status()).as(stored.json().toString()).isEqualTo(200);
                return;
            }
        }
        throw new IllegalStateException("no series of %s on which the brain says %s".formatted(symbol, wish));
    }

    private static String candles(double last, Wish wish, int seed) {
        Random random = new Random(seed);
        double[] closes = new double[CANDLES + 1];
        closes[CANDLES] = last;
        for (int i = CANDLES; i > 0; i--) {
            closes[i - 1] = closes[i] / (1 + wish.drift + 0.0004 * random.nextGaussian());
        }
        long step = STEP.toSeconds();
        Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() / step * step);
        StringJoiner candles = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < CANDLES; i++) {
            double open = closes[i];
            double close = closes[i + 1];
            candles.add(
                    "{\"open_time\": \"%s\", \"open\": %s, \"high\": %s, \"low\": %s, \"close\": %s, \"volume\": 100}"
                            .formatted(
                                    end.minus(STEP.multipliedBy(CANDLES - i)),
                                    text(open),
                                    text(Math.max(open, close) * 1.0001),
                                    text(Math.min(open, close) * 0.9999),
                                    text(close)));
        }
        return candles.toString();
    }

    private static String text(double price) {
        return new java.math.BigDecimal(price)
                .round(new java.math.MathContext(7))
                .toPlainString();
    }
}
