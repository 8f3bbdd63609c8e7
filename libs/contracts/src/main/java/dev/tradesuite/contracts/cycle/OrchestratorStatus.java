package dev.tradesuite.contracts.cycle;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which strategies can run. {@code GET /orchestrator/status}.
 *
 * @param timestamp when the controllers were asked
 * @param orchestrator always {@code online}: who answers is
 * @param strategyControllers every mapped strategy
 * @param overallHealth healthy, degraded or unhealthy
 */
public record OrchestratorStatus(
        Instant timestamp,
        String orchestrator,
        Map<String, ControllerStatus> strategyControllers,
        String overallHealth) {

    /**
     * A controller.
     *
     * @param status online or offline
     * @param port of its address
     * @param info what it says about itself; absent when it is offline
     * @param error why it is offline, such as {@code Connection refused}; absent when it is online
     */
    public record ControllerStatus(String status, int port, @Nullable ControllerInfo info, @Nullable String error) {}

    /**
     * What a controller says about itself.
     *
     * @param name such as {@code Momentum Strategy}
     * @param description what it does in a few words
     */
    public record ControllerInfo(String name, String description) {}
}
