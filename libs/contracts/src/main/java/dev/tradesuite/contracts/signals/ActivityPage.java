package dev.tradesuite.contracts.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, the newest first. {@code GET /api/v1/activity}
 *
 * @param entries of this page
 * @param nextCursor what asks for the next page; absent on the last
 */
public record ActivityPage(List<ActivityEntry> entries, @Nullable String nextCursor) {

    public ActivityPage {
        entries = List.copyOf(entries);
    }
}
