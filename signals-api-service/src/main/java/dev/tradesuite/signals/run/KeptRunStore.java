package dev.tradesuite.signals.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs there are. */
public interface KeptRunStore {

    /**
     * Runs, the newest first.
     *
     * @param before only those with a lower number; null for all
     */
    List<KeptRun> page(@Nullable Long before, int limit);
}
