package dev.tradesuite.launcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.support.boot.KafkaLogin;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("this process")
class KafkaPartIT {

    private static final String TOPIC = "orders.events";

    /** With the characters that mean something where it is written down. */
    private static final String PASSWORD = "o\"n\\e ; of=many";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // every test starts it first
    private KafkaPart kafka;

    @AfterEach
    void stop() throws InterruptedException {
        kafka.stop();
    }

    @Test
    void keepsEventsAndPositionsThroughARestart() throws Exception {
        KafkaUser user = start();
        user.createTopic(TOPIC);
        user.send(TOPIC, "first");
        assertThat(user.receive(TOPIC, 1)).containsExactly("first");
        user.send(TOPIC, "second");
        kafka.stop();

        // The ports may change between runs; what the log holds does not depend on them.
        KafkaUser again = start();
        assertThat(again.receive(TOPIC, 1)).containsExactly("second");
        assertThatThrownBy(() -> again.send("odrers.events", "x"))
                .as("a topic nobody declared stays unknown")
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void nobodyReadsOrWritesWithoutThePassword() throws Exception {
        KafkaUser user = start();
        user.createTopic(TOPIC);
        user.send(TOPIC, "true");
        KafkaUser guesser = KafkaUser.withPassword(kafka.address(), PASSWORD + "x");
        KafkaUser stranger = KafkaUser.withoutPassword(kafka.address());

        assertThatThrownBy(() -> guesser.send(TOPIC, "forged")).hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> guesser.receive(TOPIC, 1)).isInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> stranger.send(TOPIC, "forged")).hasCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> stranger.receive(TOPIC, 1)).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> stranger.createTopic("mine")).hasCauseInstanceOf(TimeoutException.class);

        user.send(TOPIC, "also true");
        assertThat(user.receive(TOPIC, 2)).containsExactly("true", "also true");
    }

    private KafkaUser start() throws Exception {
        List<Integer> ports = FreePorts.find(2);
        kafka = new KafkaPart(
                folder.resolve("kafka"),
                ports.get(0),
                ports.get(1),
                new KafkaLogin(KafkaLogin.USER, PASSWORD),
                _ -> {});
        kafka.start();
        return KafkaUser.withPassword(kafka.address(), PASSWORD);
    }
}
