package dev.tradesuite.strategy;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A market source that says what a test wants, and counts how often it is asked. */
public final class SampleSource implements MarketSource {

    public final AtomicInteger snapshots = new AtomicInteger();
    public final List<List<String>> lookups = new CopyOnWriteArrayList<>();

    private volatile MarketSnapshot snapshot;
    private volatile List<Market> others = List.of();
    private volatile @Nullable String failure;
    private volatile @Nullable Duration maxAge;
    private volatile Pause whenRead = () -> {};

    public SampleSource(MarketSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** What it says from now on. */
    public void says(MarketSnapshot next) {
        snapshot = next;
        failure = null;
    }

    /** Markets outside of the snapshot. */
    public void knows(Market... markets) {
        others = List.of(markets);
    }

    public void fails(String message) {
        failure = message;
    }

    /** Does this while it is read. */
    public void whenRead(Pause pause) {
        whenRead = pause;
    }

    /** Something that may wait. */
    @FunctionalInterface
    public interface Pause {
        void take() throws InterruptedException;
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public RunLabel label() {
        return RunLabel.PAPER;
    }

    /** How old it may be for a trade. */
    public void isGoodFor(Duration time) {
        maxAge = time;
    }

    @Override
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    @Override
    public MarketSnapshot snapshot() {
        snapshots.incrementAndGet();
        pause();
        failWhenAsked();
        return snapshot;
    }

    @Override
    public List<Market> markets(Collection<String> marketIds) {
        lookups.add(List.copyOf(marketIds));
        failWhenAsked();
        return others.stream().filter(market -> marketIds.contains(market.id())).toList();
    }

    private void pause() {
        try {
            whenRead.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void failWhenAsked() {
        String message = failure;
        if (message != null) {
            throw new MarketSourceException(message);
        }
    }
}
