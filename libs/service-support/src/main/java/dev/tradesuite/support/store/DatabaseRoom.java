package dev.tradesuite.support.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the disk of the database has room, as far as this service has noticed.
 *
 * <p>A full disk still answers questions, so that the usual look at the database finds nothing wrong. Once something
 * failed for want of room the service is not ready, until something large can be written again. Safe for many threads.
 */
public final class DatabaseRoom implements HealthIndicator {

    private final Runnable probe;
    private volatile boolean full;

    /** @param probe writes something large, keeps nothing of it, and fails where there is no room */
    public DatabaseRoom(Runnable probe) {
        this.probe = probe;
    }

    /** Hears of a failure of any kind. */
    public void failed(Throwable failure) {
        if (DatabaseFailure.of(failure).filter(DatabaseFailure.FULL::equals).isPresent()) {
            full = true;
        }
    }

    @Override
    public Health health() {
        return full && !roomAgain()
                ? Health.down()
                        .withDetail("reason", DatabaseFailure.FULL.sentence())
                        .build()
                : Health.up().build();
    }

    private boolean roomAgain() {
        try {
            probe.run();
            full = false;
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
