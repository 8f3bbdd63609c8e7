package dev.tradesuite.portfolio.correlation.store;

import dev.tradesuite.portfolio.correlation.CorrelationCache;
import dev.tradesuite.portfolio.correlation.CorrelationKey;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.support.Sha256;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Correlations in a Redis that instances share, with the memory of this instance before it.
 *
 * <p>A Redis that is away costs one time-out, then nothing for {@value #PAUSE_SECONDS} seconds: the instance computes
 * for itself meanwhile.
 */
public final class RedisCorrelationCache implements CorrelationCache, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCorrelationCache.class);
    private static final String PREFIX = "suite:portfolio:correlation:";
    private static final int PAUSE_SECONDS = 5;

    private final MemoryCorrelationCache memory;
    private final RedisClient client;
    private final Duration keep;
    private final Clock clock;
    private final ReentrantLock connecting = new ReentrantLock();

    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
    private volatile @Nullable Trouble trouble;

    private record Trouble(String what, Instant since, Instant tryAgain) {}

    /** @param timeout how long Redis may take to answer */
    public RedisCorrelationCache(
            MemoryCorrelationCache memory, URI address, Duration timeout, Duration keep, Clock clock) {
        this.memory = memory;
        this.keep = keep;
        this.clock = clock;
        RedisURI uri = RedisURI.create(address);
        uri.setTimeout(timeout);
        this.client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
                .build());
    }

    @Override
    public Optional<CorrelationSnapshot> find(CorrelationKey key, long version) {
        Optional<CorrelationSnapshot> here = memory.find(key, version);
        if (here.isPresent()) {
            return here;
        }
        Optional<CorrelationSnapshot> shared = ask(redis -> redis.get(name(key)))
                .flatMap(SnapshotCodec::decode)
                .filter(snapshot -> snapshot.version() == version);
        shared.ifPresent(snapshot -> memory.put(key, snapshot));
        return shared;
    }

    @Override
    public void put(CorrelationKey key, CorrelationSnapshot snapshot) {
        memory.put(key, snapshot);
        var _ = ask(redis -> redis.set(name(key), SnapshotCodec.encode(snapshot), SetArgs.Builder.px(keep)));
    }

    @Override
    public Optional<String> trouble() {
        // Nobody may have asked for a correlation since Redis came back.
        var _ = ask(RedisCommands::ping);
        return Optional.ofNullable(trouble).map(found -> "%s, since %s".formatted(found.what(), found.since()));
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }

    private <T> Optional<T> ask(Function<RedisCommands<byte[], byte[]>, @Nullable T> question) {
        Trouble known = trouble;
        if (known != null && clock.instant().isBefore(known.tryAgain())) {
            return Optional.empty();
        }
        try {
            Optional<T> answer = Optional.ofNullable(question.apply(connected().sync()));
            if (known != null) {
                LOG.info("Correlations are shared again");
            }
            trouble = null;
            return answer;
        } catch (RedisException failure) {
            failed(known, failure);
            return Optional.empty();
        }
    }

    private StatefulRedisConnection<byte[], byte[]> connected() {
        StatefulRedisConnection<byte[], byte[]> open = connection;
        if (open != null) {
            return open;
        }
        connecting.lock();
        try {
            StatefulRedisConnection<byte[], byte[]> made = connection;
            if (made == null) {
                made = client.connect(ByteArrayCodec.INSTANCE);
                connection = made;
            }
            return made;
        } finally {
            connecting.unlock();
        }
    }

    private void failed(@Nullable Trouble known, RedisException failure) {
        Instant now = clock.instant();
        if (known == null) {
            LOG.warn("Correlations are not shared, each instance computes its own: {}", failure.getMessage());
        }
        trouble = new Trouble(
                "Redis does not answer", known == null ? now : known.since(), now.plusSeconds(PAUSE_SECONDS));
    }

    private static byte[] name(CorrelationKey key) {
        return (PREFIX + Sha256.hex(key.text())).getBytes(StandardCharsets.UTF_8);
    }
}
