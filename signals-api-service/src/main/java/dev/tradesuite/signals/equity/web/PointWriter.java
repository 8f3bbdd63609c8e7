package dev.tradesuite.signals.equity.web;

import dev.tradesuite.contracts.signals.EquityCurves;
import dev.tradesuite.signals.equity.AccountPoint;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the points of a curve, {@link EquityCurves.CurvePoint}. There may be ten thousands of them: their text is put
 * together in blocks, digit by digit, which takes half the time of writing them field by field. For one thread.
 */
final class PointWriter {

    private static final int BLOCK = 1 << 14;

    private final JsonGenerator to;
    private final PointTimes times = new PointTimes();
    private final StringBuilder text = new StringBuilder(BLOCK + 256);
    private final char[] block = new char[BLOCK + 256];

    /** @param to stands within an array */
    PointWriter(JsonGenerator to) {
        this.to = to;
    }

    /** Writes them as all elements of the array. */
    void write(List<AccountPoint> points) {
        String separator = "";
        for (AccountPoint point : points) {
            text.append(separator);
            add(point);
            separator = ",";
            if (text.length() >= BLOCK) {
                flush();
            }
        }
        flush();
    }

    private void add(AccountPoint point) {
        text.append("{\"timestamp\":\"");
        times.add(point.at(), text);
        text.append("\",\"equity_value\":")
                .append(point.equity().toPlainString())
                .append(",\"return_pct\":")
                .append(point.returnPercent())
                .append(",\"drawdown_pct\":")
                .append(point.drawdownPercent())
                .append('}');
    }

    private void flush() {
        int length = text.length();
        char[] chars = length <= block.length ? block : new char[length];
        text.getChars(0, length, chars, 0);
        to.writeRaw(chars, 0, length);
        text.setLength(0);
    }
}
