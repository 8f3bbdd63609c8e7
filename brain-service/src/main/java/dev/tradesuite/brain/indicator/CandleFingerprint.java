package dev.tradesuite.brain.indicator;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.support.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * SHA-256 of candles: equal for equal candles, whatever their source.
 *
 * <p>Over the symbol, the name of the timeframe, and of each candle, oldest first, the open time in milliseconds since
 * 1970 and open, high, low and close as IEEE 754 doubles, all big-endian. The volume is left out: no rule reads it.
 *
 * @param sha256 64 hexadecimal digits
 */
public record CandleFingerprint(String sha256) {

    private static final int BYTES_PER_CANDLE = 5 * Long.BYTES;

    /** The fingerprint of a series. */
    public static CandleFingerprint of(CandleSeries candles) {
        byte[] name = (candles.symbol() + ' ' + candles.timeframe().name() + '\n').getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(name.length + candles.size() * BYTES_PER_CANDLE)
                .put(name);
        for (int i = 0; i < candles.size(); i++) {
            bytes.putLong(candles.openMillis(i))
                    .putDouble(candles.open(i))
                    .putDouble(candles.high(i))
                    .putDouble(candles.low(i))
                    .putDouble(candles.close(i));
        }
        return new CandleFingerprint(Sha256.hex(bytes.array()));
    }
}
