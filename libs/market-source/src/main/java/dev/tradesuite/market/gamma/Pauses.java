package dev.tradesuite.market.gamma;

import dev.tradesuite.market.MarketSourceException;
import java.time.Duration;

/** How the thread waits; a test counts the pauses instead of taking them. */
interface Pauses {

    void rest(Duration duration);

    static Pauses sleeping() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MarketSourceException("Stopped while waiting for the Gamma API", e);
            }
        };
    }
}
