package dev.tradesuite.launcher.run;

import java.time.Duration;
import java.util.List;

/** Hears how a run goes. Calls come from several threads. */
public interface RunListener {

    /** A part answers. */
    void ready(Part part, Duration took);

    /** Every part that the first trade needs answers; the others start now. */
    void tradesReady(List<Part> others);

    /** Every part answers. */
    void allReady();

    /** A part has stopped. */
    void stopped(Part part);

    /** A part could not be stopped cleanly. */
    void stopFailed(Part part, String reason);

    /**
     * A part ended although nobody stopped it.
     *
     * @param reason why; empty when nothing but its log tells
     * @param consequence what happens next
     */
    void died(Part part, String reason, String consequence);

    /** Something was mended by itself that a person should know of. */
    void repaired(String part, String what);

    /** A part that had ended is ready again. */
    void restarted(Part part, Duration took);
}
