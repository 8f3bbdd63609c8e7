package dev.tradesuite.signals.stream;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Hears every message in its order and passes it on to every client.
 *
 * <p>One lock is the fence: what a client is told on joining and what it hears from then on meet at one number, so it
 * misses nothing and hears nothing twice, also when a bar is booked at that moment. Nobody waits for a client under the
 * lock: a message is put in a queue, and the client's own thread sends it. Safe for many threads.
 */
public final class StreamHub {

    /** How many missed messages are handed out at once; far fewer than may wait for a client. */
    private final int chunk;

    private final StreamSettings settings;
    private final StreamWatch watch;
    private final StreamMemory memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition readied = lock.newCondition();
    private final Set<ClientQueue> following = new HashSet<>();
    private final Set<StreamSession> sessions = ConcurrentHashMap.newKeySet();
    private boolean ready;
    private boolean stopped;
    private int present;

    public StreamHub(StreamSettings settings, StreamWatch watch) {
        this.settings = settings;
        this.watch = watch;
        this.memory = new StreamMemory(settings.memory());
        this.chunk = Math.min(500, settings.waiting() / 2);
    }

    /** Begins to read, with a number or one after it. Clients that followed before must come again. */
    public void begin(long from) {
        locked(() -> {
            ready = false;
            memory.startAt(from);
            following.forEach(queue -> queue.end(StreamEnd.SHUTDOWN));
            following.clear();
            return true;
        });
    }

    /** Has read all there was when it began. */
    public void ready() {
        locked(() -> {
            ready = true;
            readied.signalAll();
            return true;
        });
    }

    /** Adds to the state what was true before the oldest message. */
    public void fill(Collection<StreamMessage> older) {
        locked(() -> {
            memory.fill(older);
            return true;
        });
    }

    /** Hears the next durable message. */
    public void heard(StreamMessage message) {
        locked(() -> {
            memory.add(message);
            following.forEach(queue -> queue.add(message));
            return true;
        });
    }

    /** Hears that a number has nothing for clients. */
    public void passed(long seq) {
        locked(() -> {
            memory.pass(seq);
            return true;
        });
    }

    /** Hears something that is of the moment, and carries the number of the newest durable message. */
    public void heardMoment(LongFunction<StreamMessage> written) {
        locked(() -> {
            StreamMessage message = written.apply(memory.newest());
            memory.addMoment(message);
            following.forEach(queue -> queue.addMoment(message));
            return true;
        });
    }

    /** Whether everything that was there has been read. */
    public boolean isReady() {
        return locked(() -> ready);
    }

    /** Number of the newest message; -1 before the first. */
    public long newest() {
        return locked(memory::newest);
    }

    /** Clients that are connected. */
    public int clients() {
        return locked(() -> present);
    }

    /** Ends what takes nothing, and whose token has ended. */
    public void check(long nowNanos, Instant now) {
        sessions.forEach(session -> session.check(nowNanos, now));
    }

    /** Takes clients, also after it was stopped. */
    public void start() {
        locked(() -> {
            stopped = false;
            return true;
        });
    }

    /** Ends every connection and takes no more. */
    public void stop() {
        locked(() -> {
            stopped = true;
            ready = false;
            return true;
        });
        sessions.forEach(session -> session.end(StreamEnd.SHUTDOWN));
    }

    ClientQueue queue(StreamReader reader) {
        return new ClientQueue(settings.waiting(), watch::replaced, reader);
    }

    /** Takes in a client; or the reason why not. */
    Optional<StreamEnd> enter(StreamSession session) {
        return locked(() -> {
            if (stopped || present >= settings.clients()) {
                return Optional.of(stopped ? StreamEnd.SHUTDOWN : StreamEnd.FULL);
            }
            present++;
            sessions.add(session);
            return Optional.empty();
        });
    }

    /** Lets a client go that was taken in. */
    void leave(StreamSession session, ClientQueue queue) {
        locked(() -> {
            if (sessions.remove(session)) {
                present--;
            }
            return following.remove(queue);
        });
    }

    void count(StreamEnd reason) {
        watch.ended(reason);
    }

    /** Tells a client no more until it asks again. */
    void unfollow(ClientQueue queue) {
        locked(() -> following.remove(queue));
    }

    /**
     * Brings a client up to date.
     *
     * @param next number it needs next; empty: it begins with a snapshot
     */
    Follow follow(ClientQueue queue, OptionalLong next) {
        return locked(() -> {
            if (!ready) {
                return new Follow.NotReady();
            }
            if (next.isEmpty() || !canResume(next.getAsLong())) {
                return join(queue, memory.newest(), List.of(), Optional.of(memory.snapshot()));
            }
            long from = next.getAsLong();
            if (!memory.holdsFrom(from)) {
                return new Follow.Older(from);
            }
            List<StreamMessage> missed = memory.from(from, chunk + 1);
            return missed.size() <= chunk
                    ? join(queue, from - 1, missed, Optional.empty())
                    : new Follow.Missed(
                            missed.subList(0, chunk), missed.get(chunk).seq());
        });
    }

    /** Waits until it is ready, or until then. */
    void awaitReady(long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = deadlineNanos - System.nanoTime();
            while (!ready && left > 0) {
                var _ = readied.await(left, TimeUnit.NANOSECONDS);
                left = deadlineNanos - System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean canResume(long next) {
        return next <= memory.newest() + 1 && memory.newest() - next < settings.resume();
    }

    private Follow join(ClientQueue queue, long after, List<StreamMessage> missed, Optional<StreamSnapshot> snapshot) {
        queue.restartAfter(after);
        missed.forEach(queue::add);
        following.add(queue);
        return new Follow.Joined(snapshot);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
