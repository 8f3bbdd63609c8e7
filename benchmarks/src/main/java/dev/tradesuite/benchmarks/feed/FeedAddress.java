package dev.tradesuite.benchmarks.feed;

import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.signals.StreamTicketInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Where clients open the feed: at the service itself, for the gateway would be measured too. */
final class FeedAddress {

    /** Description of the option that says how. */
    static final String TICKETS = "Open the feed with a ticket each, where reads take a token. It ends with the token.";

    private FeedAddress() {}

    /** The address for each client. */
    static Supplier<URI> of(SuiteOptions suite, boolean tickets) {
        String feed = suite.signals().resolve("/ws/trading-signals").toString().replaceFirst("^http", "ws");
        if (!tickets) {
            return () -> URI.create(feed);
        }
        SuiteClient client = suite.client();
        URI issue = suite.signals().resolve("/api/models/stream-tickets");
        return () -> {
            String ticket =
                    client.read(client.post(issue), StreamTicketInfo.class).ticket();
            return URI.create(feed + "?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8));
        };
    }
}
