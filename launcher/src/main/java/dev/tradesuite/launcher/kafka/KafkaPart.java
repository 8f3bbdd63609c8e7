package dev.tradesuite.launcher.kafka;

import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.run.Part;
import dev.tradesuite.support.boot.KafkaLogin;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded Kafka. Its log lives in {@code .suite/kafka}.
 *
 * <p>Where Kafka would end its process, because its disk is full or its log cannot be read, this part ends alone and
 * says so by {@link #ended()}: the services go on without it. The next start clears away what is left of it and repairs
 * its log. Kafka believes what it reads of its own records at a start, so those are looked at before every one.
 */
public final class KafkaPart implements Part {

    public static final String NAME = "kafka";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPart.class);

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final KafkaLogin login;
    private final Consumer<String> onRepair;
    private @Nullable KafkaBroker broker;
    private LostTopics lostTopics = new LostTopics(Map.of());

    /** Why the broker that runs cannot go on, once it cannot. */
    private volatile CompletableFuture<String> end = new CompletableFuture<>();

    /**
     * Describes a broker that is not started yet.
     *
     * @param folder folder of the log
     * @param port port for clients
     * @param controllerPort port the broker and its controller share
     * @param login what both of them ask for
     * @param onRepair hears what was taken out of the log because it could not be read
     */
    public KafkaPart(Path folder, int port, int controllerPort, KafkaLogin login, Consumer<String> onRepair) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        this.login = login;
        this.onRepair = onRepair;
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
    public Optional<CompletableFuture<String>> ended() {
        return Optional.of(end);
    }

    /** A disk may stay full for a night. */
    @Override
    public boolean restartsForever() {
        return true;
    }

    @Override
    public synchronized void start() throws Exception {
        PartLogs.callAs(NAME, () -> {
            startOrRepair();
            return null;
        });
    }

    private void startOrRepair() throws Exception {
        boolean failedBefore = broker != null;
        stop();
        repair(failedBefore);
        try {
            startBroker();
        } catch (InterruptedException e) {
            stop();
            throw e;
        } catch (Exception e) {
            stop();
            if (failedBefore || !repair(true)) {
                throw e;
            }
            LOG.warn("Kafka did not start on its log as it was, and is started on what is left of it", e);
            startBroker();
        }
    }

    private void startBroker() throws Exception {
        CompletableFuture<String> ending = new CompletableFuture<>();
        end = ending;
        Exit.setExitProcedure((status, message) -> fatal(ending, status, message));
        Exit.setHaltProcedure((status, message) -> fatal(ending, status, message));
        format();
        KafkaBroker fresh = new KafkaBroker(BrokerSettings.of(folder, port, controllerPort, login));
        broker = fresh;
        fresh.start(ending);
        if (!lostTopics.partitions().isEmpty()) {
            lostTopics.create(address(), login);
            lostTopics = new LostTopics(Map.of());
        }
    }

    /** Kafka goes on behind this call where it expects its process to be gone; the next start clears that away. */
    private static void fatal(CompletableFuture<String> ending, int status, @Nullable String message) {
        if (ending.complete(message == null ? "it ended itself with status %d".formatted(status) : message)) {
            LOG.error("Kafka cannot go on (status {}): {}", status, message);
        }
    }

    private boolean repair(boolean everything) throws IOException {
        LogRepair repair = new LogRepair(folder, Clock.systemUTC());
        List<String> repaired = everything ? repair.ofEverything() : repair.ofInternals();
        LostTopics lost = repair.lostTopics();
        if (!lost.partitions().isEmpty()) {
            lostTopics = lost;
        }
        repaired.forEach(what -> {
            LOG.error("{}", what);
            onRepair.accept(what);
        });
        return !repaired.isEmpty();
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
    public synchronized void stop() throws InterruptedException {
        KafkaBroker running = broker;
        broker = null;
        if (running != null) {
            running.stop();
        }
    }
}
