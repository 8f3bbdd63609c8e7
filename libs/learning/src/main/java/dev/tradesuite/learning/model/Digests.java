package dev.tradesuite.learning.model;

import dev.tradesuite.learning.feature.PriceBars;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what a model is made of, hexadecimal. */
public final class Digests {

    private Digests() {}

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Of start, open, high, low and close of every bar, eight bytes each, big-endian: the same from any source. */
    public static String ofBars(PriceBars bars) {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(5 * Long.BYTES);
        for (int bar = 0; bar < bars.size(); bar++) {
            buffer.clear();
            buffer.putLong(bars.openMillis(bar))
                    .putDouble(bars.open(bar))
                    .putDouble(bars.high(bar))
                    .putDouble(bars.low(bar))
                    .putDouble(bars.close(bar));
            digest.update(buffer.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
