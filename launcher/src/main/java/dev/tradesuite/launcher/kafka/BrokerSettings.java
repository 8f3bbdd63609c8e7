package dev.tradesuite.launcher.kafka;

import dev.tradesuite.support.boot.KafkaLogin;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings of a single small node that keeps its data. */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "CLIENTS";
    private static final String MECHANISM = "PLAIN";

    private BrokerSettings() {}

    static Properties of(Path folder, int port, int controllerPort, KafkaLogin login) {
        Properties settings = new Properties();
        settings.putAll(identity(folder, port, controllerPort));
        settings.putAll(access(login));
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
                        "%s://127.0.0.1:%d,%s://127.0.0.1:%d"
                                .formatted(CLIENT_LISTENER, port, CONTROLLER_LISTENER, controllerPort),
                "advertised.listeners", "%s://localhost:%d".formatted(CLIENT_LISTENER, port),
                "inter.broker.listener.name", CLIENT_LISTENER,
                "log.dirs", folder.toString(),
                // Services declare their topics; a topic nobody declared is a spelling mistake.
                "auto.create.topics.enable", "false");
    }

    /**
     * Every listener asks for the password, the controller's as well. PLAIN, because its account stands here: one of
     * SCRAM would live in the log that the broker needs it for. Nothing leaves the machine.
     */
    private static Map<String, String> access(KafkaLogin login) {
        String account = login.serverConfiguration();
        return Map.of(
                "listener.security.protocol.map",
                "%s:SASL_PLAINTEXT,%s:SASL_PLAINTEXT".formatted(CLIENT_LISTENER, CONTROLLER_LISTENER),
                "sasl.enabled.mechanisms",
                MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                MECHANISM,
                "sasl.mechanism.controller.protocol",
                MECHANISM,
                "listener.name.clients.plain.sasl.jaas.config",
                account,
                "listener.name.controller.plain.sasl.jaas.config",
                account);
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
