package dev.tradesuite.launcher.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings of a single small node that keeps its data. */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Properties of(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(identity(folder, port, controllerPort));
        settings.putAll(oneNode());
        settings.putAll(small());
        settings.putAll(quickStart());
        settings.putAll(durability());
        return settings;
    }

    private static Map<String, String> identity(Path folder, int port, int controllerPort) {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(NODE),
                "controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort),
                "controller.listener.names", CONTROLLER_LISTENER,
                "listeners",
                        "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"
                                .formatted(port, CONTROLLER_LISTENER, controllerPort),
                "advertised.listeners", "PLAINTEXT://localhost:" + port,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER_LISTENER),
                "log.dirs", folder.toString(),
                // Services declare their topics; a topic nobody declared is a spelling mistake.
                "auto.create.topics.enable", "false");
    }

    private static Map<String, String> oneNode() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    private static Map<String, String> small() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "background.threads", "2",
                "log.segment.bytes", "67108864",
                "log.index.size.max.bytes", "1048576",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "socket.send.buffer.bytes", "-1",
                "socket.receive.buffer.bytes", "-1");
    }

    private static Map<String, String> quickStart() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "controller.quorum.election.timeout.ms", "200",
                "controller.quorum.election.backoff.max.ms", "100",
                // After a kill the node is let in again when its last session is over.
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500");
    }

    /**
     * A killed process loses nothing, because the operating system holds what was written. A power failure loses at
     * most what arrived within the flush interval.
     */
    private static Map<String, String> durability() {
        return Map.of("log.flush.interval.ms", "200", "log.flush.scheduler.interval.ms", "200");
    }
}
