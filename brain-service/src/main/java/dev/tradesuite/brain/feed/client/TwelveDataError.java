package dev.tradesuite.brain.feed.client;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An error that Twelve Data answers with, for a whole call or for one symbol of it. It comes with HTTP status 200 too.
 *
 * @param code 400 wrong parameter, 401 wrong key, 403 not in the plan, 404 no such symbol, 414 too many, 429 out of
 *     credits, 500 its own fault
 * @param message what it says, without the key, of one line
 */
record TwelveDataError(int code, String message) {

    private static final Set<Integer> LASTING = Set.of(400, 401, 403, 404, 414);
    private static final int LONGEST = 200;
    private static final String NO_DATA = "No data is available";

    /**
     * The error in a part of an answer.
     *
     * @param status what counts when it says no code: the status of HTTP
     * @param key which must not be told
     */
    static Optional<TwelveDataError> in(JsonNode node, int status, String key) {
        boolean isError = "error".equalsIgnoreCase(node.path("status").asString("")) || status >= 300;
        return isError
                ? Optional.of(new TwelveDataError(
                        node.path("code").isIntegralNumber() ? node.path("code").asInt() : status,
                        clean(node.path("message").asString(""), key)))
                : Optional.empty();
    }

    /** Whether it will not pass by itself. */
    boolean isLasting() {
        return LASTING.contains(code);
    }

    /** Whether there is nothing in the stretch that was asked for, which is no fault. */
    boolean isNoData() {
        return code == 400 && message.startsWith(NO_DATA);
    }

    /** Whether it is about the symbols of the call and nothing else. */
    boolean isOfSymbols() {
        return code == 400 || code == 404;
    }

    /** A sentence for the operator. */
    String told() {
        return "Twelve Data answered " + code + (message.isEmpty() ? "" : ": " + message);
    }

    private static String clean(String message, String key) {
        String line = message.replace(key, "***").replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
