package dev.tradesuite.test;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A Kafka broker for tests. It asks for no password: it listens on loopback at a port nobody was told of, for as long
 * as a test runs, and a test may play anybody. That the suite's own broker asks for one is tested where that broker is.
 *
 * @param bootstrapServers where it listens
 */
public record TestBroker(String bootstrapServers) {

    private static final String IMAGE = "apache/kafka:4.2.0";
    private static final int FIRST_PORT = 20_000;
    private static final int END_OF_PORTS = 32_000;
    private static final Set<Integer> GIVEN_PORTS = ConcurrentHashMap.newKeySet();

    static TestBroker container() {
        KafkaContainer container = new KafkaContainer(IMAGE);
        container.start();
        return new TestBroker(container.getBootstrapServers());
    }

    /** One node in this process, broker and controller at once. */
    static TestBroker embedded() {
        return new Embedded(freePort()).start();
    }

    /**
     * A port nobody listens on right now, and none that a system gives to outgoing connections: such a one may be gone
     * before somebody listens there. None is given twice by one JVM.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS);
            if (GIVEN_PORTS.add(port) && isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** A broker that a test starts and stops by itself, to see what happens without one. */
    public static final class Embedded implements AutoCloseable {

        private final int port;
        private final Path logs;
        private @Nullable KafkaRaftServer server;

        /**
         * Prepares a broker.
         *
         * @param port where it will listen; free until {@link #start}
         */
        public Embedded(int port) {
            this.port = port;
            try {
                this.logs = Files.createTempDirectory("test-broker-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Starts the broker; its messages do not survive {@link #close}. */
        public TestBroker start() {
            int controllerPort = freePort();
            Properties settings = settings(controllerPort);
            format();
            KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            starting.startup();
            server = starting;
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "test-broker-close"));
            return new TestBroker("127.0.0.1:" + port);
        }

        /** Where its log is. */
        public Path logs() {
            return logs;
        }

        @Override
        public synchronized void close() {
            KafkaRaftServer running = server;
            if (running != null) {
                running.shutdown();
                running.awaitShutdown();
                server = null;
                FileSystemUtils.deleteRecursively(logs.toFile());
            }
        }

        private void format() {
            try {
                new Formatter()
                        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                        .setClusterId(Uuid.randomUuid().toString())
                        .setNodeId(1)
                        .setControllerListenerName("CONTROLLER")
                        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                        .setDirectories(List.of(logs.toString()))
                        .setMetadataLogDirectory(logs.toString())
                        .run();
            } catch (Exception e) {
                throw new IllegalStateException("the broker's folder cannot be formatted", e);
            }
        }

        private Properties settings(int controllerPort) {
            Properties settings = new Properties();
            settings.put("process.roles", "broker,controller");
            settings.put("node.id", "1");
            settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
            settings.put(
                    "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
            settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
            settings.put("controller.listener.names", "CONTROLLER");
            settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
            settings.put("log.dirs", logs.toString());
            settings.put("num.partitions", "4");
            settings.put("num.network.threads", "2");
            settings.put("num.io.threads", "2");
            settings.put("group.initial.rebalance.delay.ms", "0");
            settings.put("offsets.topic.replication.factor", "1");
            settings.put("offsets.topic.num.partitions", "1");
            settings.put("transaction.state.log.replication.factor", "1");
            settings.put("transaction.state.log.min.isr", "1");
            settings.put("transaction.state.log.num.partitions", "1");
            settings.put("share.coordinator.state.topic.replication.factor", "1");
            settings.put("share.coordinator.state.topic.min.isr", "1");
            settings.put("share.coordinator.state.topic.num.partitions", "1");
            settings.put("log.segment.bytes", "16777216");
            settings.put("log.index.size.max.bytes", "1048576");
            settings.put("log.cleaner.dedupe.buffer.size", "2097152");
            return settings;
        }
    }
}
