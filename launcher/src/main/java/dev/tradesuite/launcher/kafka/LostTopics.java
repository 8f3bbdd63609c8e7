package dev.tradesuite.launcher.kafka;

import dev.tradesuite.support.boot.KafkaLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of a log that was moved away. Services declare theirs when they start, so those that run would miss them.
 *
 * @param partitions number of partitions by topic
 */
record LostTopics(Map<String, Integer> partitions) {

    /** The folder of a partition; what Kafka itself keeps begins with underscores and is made by Kafka. */
    private static final Pattern PARTITION = Pattern.compile("(?!__)(.+)-(\\d+)");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    LostTopics {
        partitions = Map.copyOf(partitions);
    }

    /** Reads them from the names of its folders. */
    static LostTopics of(Path log) throws IOException {
        Map<String, Integer> partitions = new HashMap<>();
        try (Stream<Path> children = Files.list(log)) {
            children.map(child -> PARTITION.matcher(child.getFileName().toString()))
                    .filter(Matcher::matches)
                    .forEach(found -> partitions.merge(found.group(1), 1, Integer::sum));
        }
        return new LostTopics(partitions);
    }

    /** Makes them anew, empty, on a broker that runs. */
    void create(String address, KafkaLogin login) throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> settings = new HashMap<>(login.clientSettings());
        settings.put("bootstrap.servers", address);
        List<NewTopic> topics = partitions.entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                .toList();
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(topics).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
