package dev.tradesuite.orchestrator.cycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Cycles of portfolios.
 *
 * @param timeout longest wait for a controller to end a cycle
 * @param parallel most cycles of one call of run-all at the same time
 * @param parallelPerStrategy most due cycles of one strategy that run here at the same time
 * @param startPatience how long after its own start this service waits for others before due cycles fail for want of
 *     them
 * @param lease how long a cycle is held without being renewed; another instance takes it over after that
 * @param renewal how often leases are renewed; several times within a lease
 * @param sweep how often cycles are looked for that nobody takes care of
 * @param pickupAfter how long a due cycle may wait for a place before other orchestrators offer theirs
 * @param mostAttempts how many holders a cycle may lose before it is given up
 * @param keep how long cycles that ended are kept
 */
@ConfigurationProperties("suite.orchestrator.cycles")
public record CycleSettings(
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("16") int parallel,
        @DefaultValue("8") int parallelPerStrategy,
        @DefaultValue("60s") Duration startPatience,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5s") Duration renewal,
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("10s") Duration pickupAfter,
        @DefaultValue("3") int mostAttempts,
        @DefaultValue("90d") Duration keep) {}
