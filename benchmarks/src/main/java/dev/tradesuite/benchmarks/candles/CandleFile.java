package dev.tradesuite.benchmarks.candles;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * The same candles as a CSV file for the import and as rows for COPY.
 *
 * @param csv with a header
 * @param copy for a COPY of {@link #COPY_COLUMNS}
 * @param end close of the last candle
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; as large as they are they are not copied either
record CandleFile(byte[] csv, byte[] copy, Instant end) {

    /** Columns of the rows, and how they are written. */
    static final String COPY_COLUMNS =
            " (symbol, timeframe, open_time, open, high, low, close, volume, flags, source) from stdin (format csv)";

    private static final long SEED = 7;
    private static final int CHARACTERS_PER_ROW = 90;
    private static final int FIRST_POINTS = 108_350;
    private static final int LARGEST_MOVE = 20;

    /** One-minute candles without a gap, from a moment on. Prices are whole points of 0.00001. */
    static CandleFile of(String symbol, Instant from, int rows) {
        Random random = new Random(SEED);
        Duration length = Timeframe.M1.length();
        StringBuilder csv = new StringBuilder(rows * CHARACTERS_PER_ROW).append("time,open,high,low,close,volume\n");
        StringBuilder copy = new StringBuilder(rows * CHARACTERS_PER_ROW);
        Instant time = from;
        int open = FIRST_POINTS;
        for (int i = 0; i < rows; i++) {
            int close = open + nextMove(random, open);
            String candle = String.join(
                    ",",
                    time.toString(),
                    price(open),
                    price(Math.max(open, close) + random.nextInt(LARGEST_MOVE)),
                    price(Math.min(open, close) - random.nextInt(LARGEST_MOVE)),
                    price(close),
                    Integer.toString(1 + random.nextInt(500)));
            csv.append(candle).append('\n');
            copy.append(symbol).append(",M1,").append(candle).append(",0,benchmark\n");
            open = close;
            time = time.plus(length);
        }
        return new CandleFile(bytes(csv), bytes(copy), time);
    }

    /** A move that rather leads back to the first price than away from it. */
    private static int nextMove(Random random, int open) {
        int move = random.nextInt(2 * LARGEST_MOVE + 1) - LARGEST_MOVE;
        return move - Integer.signum(open - FIRST_POINTS);
    }

    private static String price(int points) {
        return BigDecimal.valueOf(points, 5).toPlainString();
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
