package dev.tradesuite.launcher.kafka;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of Kafka's server, from its start to its end, however that comes. */
final class KafkaBroker {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);

    /** A server that is well needs a second; a broken one may wait for minutes for threads that are gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A large log that was not closed takes a while to look through. */
    private static final Duration START = Duration.ofMinutes(5);

    private final KafkaRaftServer server;

    KafkaBroker(Properties settings) {
        server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @param ending completes when the server cannot go on, which it may find out before it has started
     */
    void start(CompletableFuture<String> ending) throws Exception {
        CompletableFuture<String> started = new CompletableFuture<>();
        Thread starting = Thread.ofPlatform().daemon().name("kafka-start").start(() -> {
            try {
                server.startup();
                started.complete("");
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
        try {
            CompletableFuture.anyOf(started, ending).get(START.toSeconds(), TimeUnit.SECONDS);
            if (ending.isDone()) {
                throw new IllegalStateException(ending.join());
            }
        } catch (Exception e) {
            // It may wait for ever for a thread of its own that has ended.
            starting.interrupt();
            throw e;
        }
    }

    /** Ends the server. One that does not end by itself is interrupted wherever it waits. */
    void stop() throws InterruptedException {
        Thread stopping = Thread.ofPlatform().daemon().name("kafka-stop").start(this::shutDown);
        if (!stopping.join(PATIENCE)) {
            stopping.interrupt();
            if (!stopping.join(PATIENCE)) {
                LOG.error("what is left of Kafka does not end; it may keep its port");
            }
        }
    }

    private void shutDown() {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            LOG.warn("Kafka did not stop cleanly", e);
        }
    }
}
