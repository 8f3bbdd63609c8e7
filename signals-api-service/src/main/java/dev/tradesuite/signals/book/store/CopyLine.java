package dev.tradesuite.signals.book.store;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Lines of the text form of {@code COPY}: columns with tabs between them. */
final class CopyLine {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean isBegun;

    /** Adds a column. */
    CopyLine add(@Nullable Object value) {
        if (isBegun) {
            text.append('\t');
        }
        isBegun = true;
        switch (value) {
            case null -> text.append("\\N");
            case BigDecimal number -> text.append(number.toPlainString());
            case String string -> escape(string);
            default -> text.append(value);
        }
        return this;
    }

    /** Ends the line. */
    void end() {
        text.append('\n');
        isBegun = false;
    }

    int length() {
        return text.length();
    }

    /** Everything added since it was taken last. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private void escape(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
    }
}
