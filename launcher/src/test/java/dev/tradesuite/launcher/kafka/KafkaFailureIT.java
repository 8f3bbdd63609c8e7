package dev.tradesuite.launcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.support.boot.KafkaLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What ends Kafka does not end this JVM, and the next start finds everything that can still be read. */
@ResourceLock("this process")
class KafkaFailureIT {

    private static final String TOPIC = "orders.events";
    private static final String PASSWORD = "secret";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<String> repaired = new ArrayList<>();
    private KafkaPart kafka;
    private KafkaUser user;

    @BeforeEach
    void make() throws Exception {
        List<Integer> ports = FreePorts.find(2);
        kafka = new KafkaPart(
                folder.resolve("kafka"),
                ports.get(0),
                ports.get(1),
                new KafkaLogin(KafkaLogin.USER, PASSWORD),
                repaired::add);
        user = KafkaUser.withPassword(kafka.address(), PASSWORD);
    }

    @AfterEach
    void stop() throws InterruptedException {
        kafka.stop();
    }

    @Test
    void endsAloneWhenItsDiskIsFullAndComesBackWithWhatItHad() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder.resolve("kafka"), 64)) {
            kafka.start();
            user.createTopic(TOPIC);
            user.send(TOPIC, "before");

            disk.fill();
            String reason = end().join();
            assertThat(reason).isNotEmpty();
            assertThatThrownBy(() -> kafka.start()).as("the disk is still full").isNotNull();

            disk.free();
            kafka.start();
            user.send(TOPIC, "after");
            assertThat(user.receive(TOPIC, 2)).containsExactly("before", "after");
            kafka.stop();
        }
        assertThat(repaired).isEmpty();
    }

    @Test
    void leavesOutOnlyTheMessageThatCannotBeRead() throws Exception {
        kafka.start();
        user.createTopic(TOPIC);
        user.send(TOPIC, "first", "damaged", "third");
        kafka.stop();
        Path segment = segment(TOPIC + "-0");
        byte[] before = spoil(segment, "damaged");
        kafka.start();
        Exit.halt(1, "its disk fails");
        assertThat(end().join()).isEqualTo("its disk fails");

        kafka.start();

        assertThat(user.receive(TOPIC, 2)).containsExactly("first", "third");
        assertThat(repaired)
                .anySatisfy(what -> assertThat(what).startsWith(TOPIC + "-0/").contains("was damaged"));
        assertThat(damaged().resolve(TOPIC + "-0").resolve(segment.getFileName()))
                .hasBinaryContent(before);
    }

    @Test
    void beginsWithAnEmptyLogWhenItsOwnRecordsAreDamaged() throws Exception {
        kafka.start();
        user.createTopic(TOPIC);
        user.send(TOPIC, "lost");
        kafka.stop();
        spoil(segment("__cluster_metadata-0"), TOPIC);

        kafka.start();

        user.send(TOPIC, "new");
        assertThat(user.receive(TOPIC, 1)).containsExactly("new");
        assertThat(repaired).singleElement().asString().contains("the whole log was moved to");
        assertThat(damaged().resolve(TOPIC + "-0")).isNotEmptyDirectory();
    }

    @Test
    void endsAloneWhenItsLogIsTakenAway() throws Exception {
        kafka.start();
        user.createTopic(TOPIC);
        Path log = folder.resolve("kafka");
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(log, elsewhere);
        Files.writeString(log, "a file in its place");
        user.createTopic("another");
        end().join();

        Files.delete(log);
        Files.move(elsewhere, log);
        kafka.start();

        user.send(TOPIC, "back");
        assertThat(user.receive(TOPIC, 1)).containsExactly("back");
    }

    private CompletableFuture<String> end() {
        CompletableFuture<String> end = kafka.ended().orElseThrow();
        await().atMost(PATIENCE).until(end::isDone);
        return end;
    }

    private Path segment(String partition) throws IOException {
        try (var files = Files.list(folder.resolve("kafka").resolve(partition))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path damaged() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> Objects.toString(file.getFileName()).startsWith("kafka-damaged-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Changes one bit of the first place where the text stands, and returns what the file holds then. */
    private static byte[] spoil(Path file, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int place = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(place).isPositive();
        return Files.readAllBytes(Files.write(file, flipped(bytes, place)));
    }

    private static byte[] flipped(byte[] bytes, int place) {
        byte[] other = bytes.clone();
        other[place] ^= 1;
        return other;
    }
}
