package dev.tradesuite.accounting.paper;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a bar made of a paper account.
 *
 * @param account the account after it
 * @param events what happened, in this order
 * @param equity equity at its end
 */
public record PaperStep(PaperAccount account, List<PaperEvent> events, PaperEquity equity) {

    public PaperStep {
        events = List.copyOf(events);
    }

    /** The trades that ended with this bar. */
    public List<PaperTrade> trades() {
        return events.stream()
                .flatMap(event ->
                        event instanceof PaperEvent.Closed(PaperTrade trade) ? Stream.of(trade) : Stream.empty())
                .toList();
    }
}
