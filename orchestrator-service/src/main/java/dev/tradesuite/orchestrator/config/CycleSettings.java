package dev.tradesuite.orchestrator.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Cycles of portfolios.
 *
 * @param timeout longest wait for a controller to end a cycle
 * @param probeLimit longest wait for a controller to say that it is there
 * @param parallel most cycles of one call of run-all at the same time
 * @param parallelPerStrategy most due cycles of one strategy that run here at the same time
 * @param lease how long a cycle is held without being renewed; another instance takes it over after that
 * @param renewal how often leases are renewed; several times within a lease
 * @param sweep how often cycles are looked for that nobody takes care of
 * @param pickupAfter how long a due cycle may wait for its message
 * @param mostAttempts how many holders a cycle may lose before it is given up
 * @param keep how long cycles that ended are kept
 * @param schedule when cycles are due
 */
@ConfigurationProperties("suite.orchestrator.cycles")
record CycleSettings(
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("2s") Duration probeLimit,
        @DefaultValue("16") int parallel,
        @DefaultValue("8") int parallelPerStrategy,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5s") Duration renewal,
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("10s") Duration pickupAfter,
        @DefaultValue("3") int mostAttempts,
        @DefaultValue("90d") Duration keep,
        @DefaultValue Schedule schedule) {

    /**
     * When cycles are due.
     *
     * @param enabled whether this instance asks for due cycles at all; it runs them either way
     * @param poll how often due times are looked for
     * @param heartbeat how often an instance says that it lives; after four it is taken for dead
     * @param sync how often every portfolio is read, besides following their events
     */
    record Schedule(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("1s") Duration poll,
            @DefaultValue("5s") Duration heartbeat,
            @DefaultValue("5m") Duration sync) {}
}
