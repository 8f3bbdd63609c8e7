package dev.tradesuite.benchmarks.feed;

import dev.tradesuite.benchmarks.report.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How old messages are when one client has them: a signal since the close of its bar, a price between bars since it was
 * made. The clocks are one machine's. Safe for many threads.
 */
final class BarDelays {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A bar, by what its messages say. */
    private record Bar(String symbol, Instant close) {}

    private final Instant start;
    private final Set<Bar> bars = new HashSet<>();
    private final Times signals = new Times();
    private final Times prices = new Times();

    /** @param start what is older is history, or was repeated */
    BarDelays(Instant start) {
        this.start = start;
    }

    /** The client has a message. */
    void heard(String text) {
        Instant now = Instant.now();
        if (!text.startsWith("{")) {
            return;
        }
        JsonNode message = JSON.readTree(text);
        switch (message.path("type").asString()) {
            case "signal" -> signal(bar(message), now);
            case "price_update" -> price(bar(message), now);
            default -> {}
        }
    }

    private static Bar bar(JsonNode message) {
        return new Bar(
                message.path("symbol").asString(),
                Instant.parse(message.path("timestamp").asString()));
    }

    private synchronized void signal(Bar bar, Instant now) {
        if (!bar.close().isBefore(start)) {
            bars.add(bar);
            signals.add(Duration.between(bar.close(), now).toNanos());
        }
    }

    /** The price a bar closed at has waited for the models like its signals, which came before it. */
    private synchronized void price(Bar moment, Instant now) {
        if (!moment.close().isBefore(start) && !bars.contains(moment)) {
            prices.add(Duration.between(moment.close(), now).toNanos());
        }
    }

    synchronized int bars() {
        return bars.size();
    }

    /** From the close of a bar; to be read when nothing comes any more. */
    synchronized Times signals() {
        return signals;
    }

    /** From the moment of a price; to be read when nothing comes any more. */
    synchronized Times prices() {
        return prices;
    }
}
