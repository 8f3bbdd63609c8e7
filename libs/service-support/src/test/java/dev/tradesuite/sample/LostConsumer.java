package dev.tradesuite.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A consumer in a process of its own that takes a share of a topic, does nothing with it, and can be killed like a
 * service.
 */
final class LostConsumer implements AutoCloseable {

    private static final String SHARE = "has its share";

    private final Process process;

    private LostConsumer(Process process) {
        this.process = process;
    }

    /** Starts one and returns when it has its share. */
    static LostConsumer joining(Map<String, Object> settings, String topic) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LostConsumer.class.getName(),
                        topic,
                        String.valueOf(settings.get("bootstrap.servers")),
                        String.valueOf(settings.get("group.id")),
                        String.valueOf(settings.get("session.timeout.ms")),
                        String.valueOf(settings.get("heartbeat.interval.ms")))
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(SHARE)) {
                // So that it never waits for somebody to read what it logs.
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return new LostConsumer(process);
            }
            said.add(line);
        }
        throw new IllegalStateException("the consumer ended before it had a share: " + said);
    }

    /** As SIGKILL does: nobody is told. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process: joins the group and stays. */
    public static void main(String... words) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers", words[1],
                "group.id", words[2],
                "session.timeout.ms", words[3],
                "heartbeat.interval.ms", words[4]));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(words[0]));
            boolean told = false;
            while (true) {
                consumer.poll(Duration.ofMillis(200));
                if (!told && !consumer.assignment().isEmpty()) {
                    System.out.println(SHARE);
                    told = true;
                }
            }
        }
    }
}
