package dev.tradesuite.support.log;

import dev.tradesuite.support.problem.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes text safe for a log: secrets masked, control characters written as escapes.
 *
 * <p>Whatever a client sends may come into a message, by way of an exception of a library. It neither forges a line nor
 * tells the secret of an address to who reads logs.
 */
public final class LogText {

    private static final String MASK = "***";

    /** What follows in the address of a webhook; a pattern such as {@code {token}} is none. */
    private static final Pattern WEBHOOK = Pattern.compile("(webhooks(?:/|%2[Ff]))(?!\\{)[^\\s\"'<>?)\\]},]+");

    /** The query of an address. */
    private static final Pattern QUERY = Pattern.compile("(?<=[\\w/%}*-])\\?[^\\s\"'<>]+");

    /** 256 random bits as they stand in an address, wherever they are found. */
    private static final Pattern RANDOM = Pattern.compile("(?<![\\w-])(?=[\\w-]{0,42}\\d)[\\w-]{43}(?![\\w-])");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer )[\\w.~+/-]{8,}=*");

    private static final Pattern JWT = Pattern.compile("(?<![\\w-])eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    /** Above the bytes of a packet, as Netty writes them when it is told to: a secret stands in them in pieces. */
    private static final String BYTES = "+-------------------------------------------------+";

    private LogText() {}

    /** The text on one line, without secrets. */
    public static String line(String text) {
        return PlainText.isUnsafe(text) ? PlainText.replaced(masked(text), LogText::escape) : masked(text);
    }

    /** As {@link #line}, with the line feeds it has: for texts that are not made of what others send. */
    static String lines(String text) {
        return PlainText.isUnsafe(text)
                ? PlainText.replaced(masked(text), found -> found == '\n' ? "\n" : escape(found))
                : masked(text);
    }

    private static String masked(String text) {
        int bytes = text.indexOf(BYTES);
        String masked = bytes < 0 ? text : text.substring(0, bytes).stripTrailing() + " (bytes left out)";
        if (masked.contains("webhooks")) {
            masked = WEBHOOK.matcher(masked).replaceAll("$1" + MASK);
        }
        if (masked.indexOf('?') >= 0) {
            masked = QUERY.matcher(masked).replaceAll("?" + MASK);
        }
        if (masked.contains("eyJ")) {
            masked = JWT.matcher(masked).replaceAll(MASK);
        }
        if (masked.toLowerCase(Locale.ROOT).contains("bearer ")) {
            masked = BEARER.matcher(masked).replaceAll("$1" + MASK);
        }
        return masked.length() < 43 ? masked : RANDOM.matcher(masked).replaceAll(MASK);
    }

    private static String escape(char found) {
        return switch (found) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) found);
        };
    }
}
