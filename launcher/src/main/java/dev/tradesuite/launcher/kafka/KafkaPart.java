package dev.tradesuite.launcher.kafka;

import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.run.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** The embedded Kafka. Its log lives in {@code .suite/kafka}. */
public final class KafkaPart implements Part {

    public static final String NAME = "kafka";

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Consumer<String> onFatalError;
    private @Nullable KafkaRaftServer server;

    /**
     * @param folder folder of the log
     * @param port port for clients
     * @param controllerPort port the broker and its controller share
     * @param onFatalError hears why Kafka cannot go on; it would end the JVM itself otherwise
     */
    public KafkaPart(Path folder, int port, int controllerPort, Consumer<String> onFatalError) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        this.onFatalError = onFatalError;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public synchronized void start() throws Exception {
        Exit.setExitProcedure(this::fatal);
        Exit.setHaltProcedure(this::fatal);
        Callable<KafkaRaftServer> starting = () -> {
            format();
            Properties settings = BrokerSettings.of(folder, port, controllerPort);
            KafkaRaftServer fresh = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            fresh.startup();
            return fresh;
        };
        server = PartLogs.callAs(NAME, starting);
    }

    private void fatal(int status, @Nullable String message) {
        onFatalError.accept(message == null ? "status %d".formatted(status) : message);
    }

    /** Gives an empty folder its identity. A folder that has one keeps it. */
    private void format() throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerSettings.NODE)
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(folder.toString())
                .setDirectories(List.of(folder.toString()))
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream(), false))
                .run();
    }

    @Override
    public synchronized void stop() throws IOException {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }
}
