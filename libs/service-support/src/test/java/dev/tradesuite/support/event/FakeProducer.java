package dev.tradesuite.support.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Kafka as a list; it answers when it is flushed, or when it is told to. */
final class FakeProducer implements OutboxProducer {

    private final List<String> topic;
    private final Map<OutboxMessage, CompletableFuture<Void>> underWay = new LinkedHashMap<>();
    boolean away;
    RuntimeException failure = new IllegalStateException("away");

    /** @param topic what has arrived, shared by every producer */
    FakeProducer(List<String> topic) {
        this.topic = topic;
    }

    @Override
    public CompletableFuture<?> send(OutboxMessage message) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        underWay.put(message, answer);
        return answer;
    }

    @Override
    public void flush() {
        List<OutboxMessage> settled = new ArrayList<>(underWay.keySet());
        settled.forEach(message -> {
            CompletableFuture<Void> answer = underWay.remove(message);
            if (answer == null) {
                return;
            }
            if (away) {
                answer.completeExceptionally(failure);
            } else {
                topic.add(message.value());
                answer.complete(null);
            }
        });
    }
}
