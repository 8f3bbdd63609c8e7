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

    /** The process of a part ended although nobody stopped it; what happens next. */
    void died(Part part, String consequence);

    /** The process of a part that had ended is ready again. */
    void restarted(Part part, Duration took);
}
