package dev.tradesuite.launcher.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A part that writes down when it is started and stopped. */
final class FakePart implements Part {

    private final String name;
    private final Set<String> needs;
    private final List<String> journal;

    @Nullable
    Exception startFailure;

    @Nullable
    Throwable stopFailure;

    @Nullable
    CountDownLatch gate;

    final CountDownLatch entered = new CountDownLatch(1);
    volatile @Nullable ProcessHandle process;
    volatile @Nullable CompletableFuture<String> end;
    boolean restarts = true;
    boolean restartsForever;
    boolean neededToTrade = true;

    FakePart(String name, List<String> journal, String... needs) {
        this.name = name;
        this.journal = journal;
        this.needs = Set.of(needs);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public String address() {
        return "fake:" + name;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process);
    }

    @Override
    public Optional<CompletableFuture<String>> ended() {
        return end == null ? Part.super.ended() : Optional.ofNullable(end);
    }

    @Override
    public boolean restartsForever() {
        return restartsForever;
    }

    @Override
    public boolean neededToTrade() {
        return neededToTrade;
    }

    @Override
    public boolean restarts() {
        return restarts;
    }

    @Override
    public void start() throws Exception {
        entered.countDown();
        if (gate != null) {
            gate.await();
        }
        if (startFailure != null) {
            throw startFailure;
        }
        journal.add("start " + name);
    }

    @Override
    public void stop() throws Exception {
        if (stopFailure instanceof Error error) {
            throw error;
        }
        if (stopFailure instanceof Exception exception) {
            throw exception;
        }
        journal.add("stop " + name);
    }
}
