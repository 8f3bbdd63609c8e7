package dev.tradesuite.support.problem;

/**
 * Text as people type it in one line. Control characters, line separators and halves of surrogate pairs are none: they
 * forge lines in logs, and a database does not store all of them.
 */
public final class PlainText {

    private PlainText() {}

    /** Whether the text holds a character that no text of a request may hold. */
    public static boolean isUnsafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char found = text.charAt(i);
            if (found >= ' ' && found < 0x7F) {
                continue;
            }
            if (Character.isISOControl(found) || found == '\u2028' || found == '\u2029' || isHalf(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** The text with each such character written as its number, such as {@code U+0000}. */
    static String readable(String text) {
        return replaced(text, found -> "U+%04X".formatted((int) found));
    }

    /** The text with something else for each such character. */
    public static String replaced(String text, CharFunction replacement) {
        if (!isUnsafe(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            String one = text.substring(i, i + 1);
            boolean whole = Character.isSurrogate(text.charAt(i)) && !isHalf(text, i);
            replaced.append(whole || !isUnsafe(one) ? one : replacement.of(text.charAt(i)));
        }
        return replaced.toString();
    }

    /** What stands for a character. */
    @FunctionalInterface
    public interface CharFunction {

        String of(char found);
    }

    private static boolean isHalf(String text, int i) {
        char found = text.charAt(i);
        if (Character.isHighSurrogate(found)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(found) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
