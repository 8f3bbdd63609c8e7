package dev.tradesuite.signals.stream;

import dev.tradesuite.contracts.signals.FeedErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One client: its thread brings it up to date and sends it what its queue holds, and nobody else writes to it.
 *
 * <p>{@link #run} is the client's thread; everything else may be called from any thread and never waits for the client.
 */
public final class StreamSession implements Runnable {

    /** Bytes a frame of a client may have. */
    public static final int LARGEST_FRAME = FrameLimit.LARGEST;

    private static final String PONG = "pong";

    private final StreamHub hub;
    private final StreamConnection connection;
    private final StreamTexts texts;
    private final FeedHistory history;
    private final StreamSettings settings;
    private final StreamVisit visit;
    private final ClientQueue queue;
    private final FrameLimit frames = new FrameLimit();

    /** When the message was begun that is being sent; 0 while none is. */
    private volatile long sendingSinceNanos;

    private long nextBeatNanos;

    public StreamSession(
            StreamHub hub,
            StreamConnection connection,
            StreamTexts texts,
            FeedHistory history,
            StreamSettings settings,
            StreamVisit visit) {
        this.hub = hub;
        this.connection = connection;
        this.texts = texts;
        this.history = history;
        this.settings = settings;
        this.visit = visit;
        this.queue = hub.queue(visit.reader());
    }

    @Override
    public void run() {
        StreamEnd reason = StreamEnd.GONE;
        try {
            Optional<StreamEnd> refusal = hub.enter(this);
            reason = refusal.isPresent() ? refusal.get() : serve();
        } catch (IOException _) {
            // It has left, or was cut off because it took nothing.
            reason = queue.ended().orElse(StreamEnd.GONE);
        } catch (InterruptedException _) {
            reason = StreamEnd.SHUTDOWN;
            Thread.currentThread().interrupt();
        } finally {
            hub.leave(this, queue);
            hub.count(reason);
            connection.close(reason);
        }
    }

    /** Ends the connection. */
    public void end(StreamEnd reason) {
        queue.end(reason);
    }

    /** Whether the connection is to end. */
    boolean isEnding() {
        return queue.ended().isPresent();
    }

    /** Counts a frame; whether it may be read. */
    public boolean mayRead(String frame) {
        return mayRead(frame.getBytes(StandardCharsets.UTF_8).length);
    }

    /** As {@link #mayRead(String)}, by its size in bytes. */
    public boolean mayRead(int bytes) {
        synchronized (frames) {
            if (bytes > FrameLimit.LARGEST || frames.isTooMany(System.nanoTime())) {
                queue.end(StreamEnd.MISUSE);
            }
        }
        return queue.ended().isEmpty();
    }

    /** Does what the client asks for. */
    public void obey(StreamCommand command) {
        switch (command) {
            case StreamCommand.Ping() -> queue.answer(PONG);
            case StreamCommand.Subscribe(Subscription.Named named) -> queue.subscribe(named);
            case StreamCommand.Unsubscribe(Subscription.Named named) -> queue.unsubscribe(named);
            case StreamCommand.Resume(long lastSeq) -> queue.resumeAfter(lastSeq);
        }
    }

    /** Tells the client of a mistake; the last one that is borne ends the connection. */
    public void mistake(FeedErrorCode code, String message) {
        synchronized (frames) {
            if (frames.isLastError()) {
                queue.end(StreamEnd.MISUSE);
            }
        }
        queue.answer(texts.error(code, message));
    }

    /** Ends the connection when the client takes nothing, or when its token has ended. */
    void check(long nowNanos, Instant now) {
        long since = sendingSinceNanos;
        if (since != 0 && nowNanos - since > settings.stall().toNanos()) {
            queue.end(StreamEnd.SLOW);
        }
        if (visit.tokenEnd().filter(end -> !now.isBefore(end)).isPresent()) {
            queue.end(StreamEnd.TOKEN_ENDED);
        }
    }

    private StreamEnd serve() throws IOException, InterruptedException {
        nextBeatNanos = System.nanoTime() + settings.heartbeat().toNanos();
        send(texts.connection());
        follow(next(visit.lastSeq()));
        while (true) {
            switch (queue.next(nextBeatNanos)) {
                case ClientQueue.Next.Text(String text) -> send(text);
                case ClientQueue.Next.Resume(long lastSeq) -> {
                    hub.unfollow(queue);
                    follow(OptionalLong.of(lastSeq + 1));
                }
                case ClientQueue.Next.End(StreamEnd reason) -> {
                    return reason;
                }
                case ClientQueue.Next.Nothing() -> {}
            }
            beat();
        }
    }

    /** Sends what the client missed, until it hears everything as it comes. */
    private void follow(OptionalLong from) throws IOException, InterruptedException {
        OptionalLong next = from;
        while (queue.ended().isEmpty()) {
            switch (hub.follow(queue, next)) {
                case Follow.Joined(Optional<StreamSnapshot> snapshot) -> {
                    if (snapshot.isPresent()) {
                        send(texts.snapshot(snapshot.get(), queue.subscription()));
                    }
                    return;
                }
                case Follow.Missed missed -> {
                    sendWanted(missed.messages());
                    next = OptionalLong.of(missed.next());
                }
                case Follow.Older(long seq) -> next = sendOlder(seq);
                case Follow.NotReady() -> {
                    hub.awaitReady(Math.min(nextBeatNanos, System.nanoTime() + 1_000_000_000L));
                    if (System.nanoTime() - nextBeatNanos >= 0) {
                        nextBeatNanos += settings.heartbeat().toNanos();
                        send(texts.heartbeat(-1));
                    }
                }
            }
        }
    }

    private OptionalLong sendOlder(long seq) throws IOException, InterruptedException {
        Optional<FeedHistory.Stretch> stretch = history.from(seq);
        if (stretch.isEmpty()) {
            return OptionalLong.empty();
        }
        sendWanted(stretch.get().messages());
        return OptionalLong.of(stretch.get().next());
    }

    private void sendWanted(Iterable<StreamMessage> messages) throws IOException {
        Subscription wanted = queue.subscription();
        for (StreamMessage message : messages) {
            if (queue.ended().isEmpty() && wanted.includes(message.subject())) {
                send(message.text());
            }
        }
    }

    private void beat() {
        if (System.nanoTime() - nextBeatNanos >= 0) {
            nextBeatNanos += settings.heartbeat().toNanos();
            queue.addHeartbeat(texts::heartbeat);
        }
    }

    private void send(String text) throws IOException {
        sendingSinceNanos = Math.max(1, System.nanoTime());
        connection.send(text);
        sendingSinceNanos = 0;
    }

    private static OptionalLong next(OptionalLong lastSeq) {
        return lastSeq.isPresent() ? OptionalLong.of(lastSeq.getAsLong() + 1) : OptionalLong.empty();
    }
}
