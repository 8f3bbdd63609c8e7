package dev.tradesuite.portfolio.rotation;

import java.time.Instant;

/** Keeps what came of looks. */
public interface RotationRunStore {

    void keep(RotationRun run);

    /** Forgets what is older. */
    void forgetBefore(Instant time);
}
