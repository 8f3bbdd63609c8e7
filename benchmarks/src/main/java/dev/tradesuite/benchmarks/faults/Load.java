package dev.tradesuite.benchmarks.faults;

import dev.tradesuite.benchmarks.faults.FrontDoor.Answer;
import dev.tradesuite.benchmarks.faults.Requests.Sent;
import dev.tradesuite.benchmarks.faults.check.Receipt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A steady small load by clients that do what clients should: each request has its key, and is repeated with it until
 * there is an answer. Every answer is kept for the check.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration REPEAT = Duration.ofMillis(500);
    private static final Duration GIVE_UP = Duration.ofMinutes(2);

    private final Requests requests;
    private final Queue<Receipt> receipts;
    private final List<Thread> clients = new ArrayList<>();
    private final Queue<Sent> done = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong lastGood = new AtomicLong(System.nanoTime());
    private final AtomicLong silence = new AtomicLong();
    private volatile boolean ending;

    private Load(Requests requests, Queue<Receipt> receipts) {
        this.requests = requests;
        this.receipts = receipts;
    }

    /** Starts the clients, whose answers are added to what is known already. */
    static Load start(Requests requests, Queue<Receipt> receipts) {
        Load load = new Load(requests, receipts);
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            load.clients.add(Thread.ofVirtual().start(() -> load.run(number)));
        }
        return load;
    }

    private void run(int client) {
        try {
            for (long number = client; !ending; number += CLIENTS) {
                Sent request = requests.next(client, number / CLIENTS);
                sent.incrementAndGet();
                settle(request);
                Waits.pause(BETWEEN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Sent request) throws InterruptedException {
        long end = System.nanoTime() + GIVE_UP.toNanos();
        while (true) {
            Answer answer = request.send();
            if (answer.good()) {
                heard();
            }
            if (answer.isFinal()) {
                note(request, answer);
                return;
            }
            if (System.nanoTime() > end) {
                unanswered.incrementAndGet();
                refusals.add("no answer in the end: " + answer.inShort());
                noReceipt(request, false);
                return;
            }
            Waits.pause(REPEAT);
        }
    }

    private void heard() {
        long now = System.nanoTime();
        long before = lastGood.getAndAccumulate(now, Math::max);
        silence.accumulateAndGet(now - before, Math::max);
    }

    private void note(Sent request, Answer answer) {
        Receipt receipt = answer.good() ? request.read(answer) : null;
        boolean nothingDone = request.kind() != null && (receipt == null || receipt.subject() == null);
        if (!answer.good() || nothingDone) {
            refusals.add(answer.inShort());
        }
        if (receipt == null) {
            noReceipt(request, true);
        } else {
            receipts.add(receipt);
            if (receipt.subject() != null) {
                done.add(request);
            }
        }
    }

    private void noReceipt(Sent request, boolean answered) {
        Receipt.Kind kind = request.kind();
        if (kind != null) {
            receipts.add(new Receipt(kind, request.key(), answered, null, BigDecimal.ZERO));
        }
    }

    /** Ends the load; what is under way gets its answer first. */
    @Override
    public void close() {
        ending = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        heardNothingSince();
    }

    /** A silence that lasted to the end counts. */
    private void heardNothingSince() {
        silence.accumulateAndGet(System.nanoTime() - lastGood.get() - BETWEEN.toNanos(), Math::max);
    }

    /** Sends some of what was acknowledged last once more: the answers have to be the same. */
    void repeatLast(int count) {
        List<Sent> all = new ArrayList<>(done);
        for (Sent request : all.subList(Math.max(0, all.size() - count), all.size())) {
            Answer answer = request.send();
            Receipt again = answer.good() ? request.read(answer) : null;
            if (again != null) {
                receipts.add(again);
            }
        }
    }

    LoadCounts counts() {
        return new LoadCounts(sent.get(), refusals.size() - unanswered.get(), unanswered.get(), silence.get());
    }

    /** Each refusal in the words of the suite. */
    Collection<String> refusals() {
        return List.copyOf(refusals);
    }
}
