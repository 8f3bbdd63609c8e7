package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.signals.stream.ClientQueue.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClientQueueTest {

    private final AtomicInteger replaced = new AtomicInteger();
    private final ClientQueue queue = new ClientQueue(3, replaced::incrementAndGet, StreamReader.NOBODY);

    @Test
    void durableMessagesGoOutInTheirOrder() {
        queue.add(StreamMessages.signal(1, "RL_PPO"));
        queue.add(StreamMessages.signal(2, "ML_XGB"));
        assertThat(texts()).containsExactly("signal 1", "signal 2");
    }

    @Test
    void ofWhatIsOfTheMomentTheNewestGoesOutBehindTheDurableMessagesItFollowsOn() {
        queue.addMoment(StreamMessages.price(1, "EURUSD", "old"));
        queue.addMoment(StreamMessages.price(1, "XAUUSD", "gold"));
        queue.add(StreamMessages.signal(2, "RL_PPO"));
        queue.addMoment(StreamMessages.price(2, "EURUSD", "new"));
        assertThat(texts()).containsExactly("gold", "signal 2", "new");
        assertThat(replaced).hasValue(1);
    }

    @Test
    void aPriceOfBeforeIsNoNewsBehindTheCloseOfABar() {
        queue.addMoment(StreamMessages.price(1, "EURUSD", "tick"));
        queue.add(StreamMessages.price(2, "EURUSD", "close"));
        assertThat(texts()).containsExactly("close");
    }

    @Test
    void oneDurableMessageTooManyEndsTheConnectionAndNothingMoreGoesOut() throws InterruptedException {
        for (int seq = 1; seq <= 3; seq++) {
            queue.add(StreamMessages.signal(seq, "RL_PPO"));
        }
        assertThat(queue.ended()).isEmpty();
        queue.add(StreamMessages.signal(4, "RL_PPO"));
        queue.end(StreamEnd.SHUTDOWN);
        assertThat(queue.next(0)).isEqualTo(new Next.End(StreamEnd.SLOW));
    }

    @Test
    void whatIsOfTheMomentNeverFillsTheQueue() {
        for (int tick = 0; tick < 10_000; tick++) {
            queue.addMoment(StreamMessages.price(1, "S" + tick % 5, "tick " + tick));
        }
        assertThat(queue.ended()).isEmpty();
        assertThat(texts()).containsExactly("tick 9995", "tick 9996", "tick 9997", "tick 9998", "tick 9999");
    }

    @Test
    void aSignOfLifeCarriesTheNumberOfWhatWentOutBefore() {
        queue.add(StreamMessages.signal(7, "RL_PPO"));
        queue.addHeartbeat(seq -> "beat " + seq);
        queue.add(StreamMessages.signal(8, "RL_PPO"));
        assertThat(texts()).containsExactly("signal 7", "beat 7", "signal 8");
    }

    @Test
    void aMessageNobodyWantsStillMovesTheNumberOn() {
        queue.subscribe(new Subscription.Named(null, List.of("ML_XGB"), null));
        queue.add(StreamMessages.signal(7, "RL_PPO"));
        queue.addHeartbeat(seq -> "beat " + seq);
        assertThat(texts()).containsExactly("beat 7");
    }

    @Test
    void resumingDropsWhatIsSentAnewAndKeepsAnswers() throws InterruptedException {
        queue.add(StreamMessages.signal(7, "RL_PPO"));
        queue.answer("pong");
        queue.resumeAfter(5);
        assertThat(queue.next(0)).isEqualTo(new Next.Resume(5));
        queue.restartAfter(5);
        queue.add(StreamMessages.signal(6, "RL_PPO"));
        assertThat(texts()).containsExactly("pong", "signal 6");
    }

    @Test
    void whoTakesIsWokenByWhoAdds() throws InterruptedException {
        List<String> taken = new CopyOnWriteArrayList<>();
        Thread taking = Thread.ofVirtual().start(() -> {
            try {
                while (queue.next(System.nanoTime() + 60_000_000_000L) instanceof Next.Text(String text)) {
                    taken.add(text);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        for (int seq = 0; seq < 1_000; seq++) {
            queue.answer("answer " + seq);
        }
        queue.answer("last");
        await().until(() -> taken.size() == 1_001);
        queue.end(StreamEnd.GONE);
        taking.join();
        assertThat(taken).startsWith("answer 0").endsWith("last");
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        try {
            while (queue.next(System.nanoTime()) instanceof Next.Text(String text)) {
                texts.add(text);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
