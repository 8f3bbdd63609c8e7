package dev.tradesuite.orchestrator.trade;

/**
 * Something from outside that goes into the decision document as it came; the flow neither reads nor changes it.
 *
 * @param content a record of the contracts, known to the adapters
 */
public record Evidence(Object content) {

    /** The content for an adapter that knows what it is. */
    public <T> T as(Class<T> type) {
        return type.cast(content);
    }
}
