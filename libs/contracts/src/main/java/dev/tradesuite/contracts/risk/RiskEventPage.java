package dev.tradesuite.contracts.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, the newest first. {@code GET /api/v1/risk/events}
 *
 * @param events of this page
 * @param nextCursor what asks for the next page; absent on the last
 */
public record RiskEventPage(List<RiskEvent> events, @Nullable String nextCursor) {

    public RiskEventPage {
        events = List.copyOf(events);
    }
}
