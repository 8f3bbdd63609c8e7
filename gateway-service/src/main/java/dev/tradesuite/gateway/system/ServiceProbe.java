package dev.tradesuite.gateway.system;

import dev.tradesuite.gateway.route.BackendService;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import reactor.core.publisher.Mono;

/** Asks a service how it is. */
public interface ServiceProbe {

    /** Answers within the patience of a probe whatever the service does, and never fails. */
    Mono<Finding> ask(BackendService service);

    /**
     * What a service says, or that it does not.
     *
     * @param reason why it is not READY, in words; empty when it is
     * @param running what it tells of itself; empty when it tells nothing
     */
    record Finding(ServiceCondition condition, String reason, Optional<Running> running) {}

    /**
     * What a service tells of itself.
     *
     * @param version of the program
     * @param startedAt when it was started
     * @param unsentEvents events that are committed and not yet with Kafka; empty where there are none to send
     * @param consumerLag events in Kafka that it has not read; empty where it reads none
     * @param feedClients connections to its feed; empty where it has none
     * @param brokers label of each broker by its name: PAPER or LIVE; of the orchestrator only
     */
    record Running(
            String version,
            Instant startedAt,
            OptionalLong unsentEvents,
            OptionalLong consumerLag,
            OptionalLong feedClients,
            Map<String, String> brokers) {

        public Running {
            brokers = Map.copyOf(brokers);
        }
    }
}
