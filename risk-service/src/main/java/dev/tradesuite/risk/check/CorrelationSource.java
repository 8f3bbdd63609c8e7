package dev.tradesuite.risk.check;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where correlations come from. */
public interface CorrelationSource {

    /**
     * Concludes something with the correlations at hand. Pairs that were asked for and not at hand are fetched in
     * between, and the conclusion is drawn again: so it may hold a lock, and must change nothing while
     * {@link Correlations#isComplete()} is false.
     *
     * @param window which returns
     * @param conclusion runs once or more often; what the last run returns is returned
     */
    <T> T conclude(Window window, Function<Correlations, T> conclusion);

    /**
     * Which returns a correlation rests on.
     *
     * @param period of the returns; absent: the setting's
     * @param asOf only closes up to this moment; absent: up to now
     */
    record Window(@Nullable ReturnPeriod period, @Nullable Instant asOf) {

        /** The newest returns of the period set. */
        public static final Window NEWEST = new Window(null, null);
    }
}
