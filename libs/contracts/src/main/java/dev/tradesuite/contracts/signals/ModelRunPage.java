package dev.tradesuite.contracts.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs, the newest first. {@code GET /api/models/runs}.
 *
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record ModelRunPage(List<ModelRun> runs, @Nullable String nextCursor) {

    public ModelRunPage {
        runs = List.copyOf(runs);
    }
}
