package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.signals.FeedErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamHubTest {

    /** More may wait than are said: on a busy machine a client may get no turn for long. */
    private static final StreamSettings SETTINGS = new StreamSettings(
            100, 10_000, Duration.ofSeconds(2), Duration.ofSeconds(15), 50, 100_000, Duration.ofSeconds(30));

    private final List<StreamEnd> ended = new CopyOnWriteArrayList<>();
    private final StreamHub hub = new StreamHub(SETTINGS, new StreamWatch() {
        @Override
        public void ended(StreamEnd reason) {
            ended.add(reason);
        }

        @Override
        public void replaced() {}
    });

    /** Everything that was ever said, as the topic has it. */
    private final List<StreamMessage> topic = new CopyOnWriteArrayList<>();

    private final FeedHistory history = seq -> {
        List<StreamMessage> stretch =
                topic.stream().filter(message -> message.seq() >= seq).limit(30).toList();
        return stretch.isEmpty()
                ? Optional.empty()
                : Optional.of(new FeedHistory.Stretch(stretch, stretch.getLast().seq() + 1));
    };

    /** A client that notes the numbers it is told: of a snapshot, and of what follows on it. */
    private final class Client implements StreamConnection {

        private final List<Long> numbers = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Long> snapshot = new CompletableFuture<>();
        private final CompletableFuture<StreamEnd> end = new CompletableFuture<>();
        private final CountDownLatch thawed = new CountDownLatch(1);
        private final StreamSession session;

        Client(OptionalLong lastSeq, boolean isFrozen) {
            session = new StreamSession(
                    hub,
                    this,
                    new Texts(),
                    history,
                    SETTINGS,
                    new StreamVisit(lastSeq, Optional.empty(), StreamReader.NOBODY));
            if (!isFrozen) {
                thawed.countDown();
            }
            Thread.ofVirtual().start(session);
        }

        @Override
        public void send(String text) throws IOException {
            try {
                thawed.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (text.startsWith("snapshot ")) {
                snapshot.complete(Long.parseLong(text.substring(9)));
            } else if (text.startsWith("signal ")) {
                numbers.add(Long.parseLong(text.substring(7)));
            }
        }

        @Override
        public void close(StreamEnd reason) {
            end.complete(reason);
        }

        void awaitNumber(long number) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !numbers.isEmpty() && numbers.getLast() >= number);
        }
    }

    private static final class Texts implements StreamTexts {

        @Override
        public String connection() {
            return "connection";
        }

        @Override
        public String snapshot(StreamSnapshot snapshot, Subscription wanted) {
            return "snapshot " + snapshot.seq();
        }

        @Override
        public String heartbeat(long seq) {
            return "beat " + seq;
        }

        @Override
        public String error(FeedErrorCode code, String message) {
            return code.name();
        }
    }

    private void say(long from, long to) {
        for (long seq = from; seq <= to; seq++) {
            StreamMessage message = StreamMessages.signal(seq, "RL_PPO");
            topic.add(message);
            hub.heard(message);
        }
    }

    @Test
    void whoeverJoinsWhileMessagesComeMissesNothingAndHearsNothingTwice() throws Exception {
        hub.begin(0);
        hub.ready();
        Thread saying = Thread.ofVirtual().start(() -> {
            for (long seq = 0; seq < 5_000; seq++) {
                say(seq, seq);
                // Some come while the messages do.
                if (seq % 20 == 19) {
                    LockSupport.parkNanos(200_000);
                }
            }
        });
        List<Client> clients = new ArrayList<>();
        while (saying.isAlive() && clients.size() < 90) {
            long known = hub.newest();
            clients.add(new Client(OptionalLong.empty(), false));
            if (known > 0) {
                clients.add(new Client(OptionalLong.of(known / 2), false));
            }
            LockSupport.parkNanos(2_000_000);
        }
        saying.join();
        for (int i = 0; i < clients.size(); i++) {
            Client client = clients.get(i);
            long first = client.numbers.isEmpty() && client.snapshot.isDone() ? client.snapshot.join() + 1 : -1;
            if (first != 5_000) {
                client.awaitNumber(4_999);
                assertThat(client.numbers)
                        .isEqualTo(LongStream.rangeClosed(client.numbers.getFirst(), 4_999)
                                .boxed()
                                .toList());
            }
            if (client.snapshot.isDone() && !client.numbers.isEmpty()) {
                assertThat(client.numbers.getFirst()).isEqualTo(client.snapshot.join() + 1);
            }
        }
    }

    @Test
    void whoComesBackIsSentWhatItMissedFromTheTopicAndFromMemory() throws Exception {
        hub.begin(0);
        hub.ready();
        say(0, 499);
        Client back = new Client(OptionalLong.of(9), false);
        back.awaitNumber(499);
        say(500, 510);
        back.awaitNumber(510);
        assertThat(back.numbers)
                .isEqualTo(LongStream.rangeClosed(10, 510).boxed().toList());
        assertThat(back.snapshot).isNotDone();
    }

    @Test
    void whoMissesNothingGetsNothingAndWhoKnowsTheFutureASnapshot() throws Exception {
        hub.begin(0);
        hub.ready();
        say(0, 9);
        Client current = new Client(OptionalLong.of(9), false);
        Client wrong = new Client(OptionalLong.of(10), false);
        assertThat(wrong.snapshot.get(60, TimeUnit.SECONDS)).isEqualTo(9);
        await().until(() -> hub.clients() == 2);
        say(10, 10);
        current.awaitNumber(10);
        assertThat(current.numbers).containsExactly(10L);
    }

    @Test
    void beforeTheMessagesAreReadAClientWaitsForItsSnapshot() throws Exception {
        hub.begin(0);
        Client early = new Client(OptionalLong.empty(), false);
        say(0, 3);
        assertThat(early.snapshot).isNotDone();
        hub.ready();
        assertThat(early.snapshot.get(60, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void aFrozenClientDelaysNobodyAndEnds() throws Exception {
        hub.begin(0);
        hub.ready();
        Client frozen = new Client(OptionalLong.empty(), true);
        Client other = new Client(OptionalLong.empty(), false);
        other.snapshot.get(60, TimeUnit.SECONDS);
        say(0, 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            hub.check(System.nanoTime(), Instant.EPOCH);
            return frozen.session.isEnding();
        });
        frozen.thawed.countDown();
        assertThat(frozen.end.get(60, TimeUnit.SECONDS)).isEqualTo(StreamEnd.SLOW);
        assertThat(ended).containsExactly(StreamEnd.SLOW);
        other.awaitNumber(0);
        assertThat(other.numbers).contains(0L);
    }

    @Test
    void aStopEndsEveryConnectionAndTakesNoMore() throws Exception {
        hub.begin(0);
        hub.ready();
        Client client = new Client(OptionalLong.empty(), false);
        client.snapshot.get(60, TimeUnit.SECONDS);
        hub.stop();
        assertThat(client.end.get(60, TimeUnit.SECONDS)).isEqualTo(StreamEnd.SHUTDOWN);
        assertThat(new Client(OptionalLong.empty(), false).end.get(60, TimeUnit.SECONDS))
                .isEqualTo(StreamEnd.SHUTDOWN);
        assertThat(hub.clients()).isZero();

        hub.start();
        hub.ready();
        assertThat(new Client(OptionalLong.empty(), false).snapshot.get(60, TimeUnit.SECONDS))
                .as("it takes clients again")
                .isNotNull();
    }
}
