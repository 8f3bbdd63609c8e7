package dev.tradesuite.orchestrator.stop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps stops of trading. Every method joins the transaction it is called in. */
public interface TradingStops {

    /** Waits until nobody else adds a stop, and keeps others from it until the transaction ends. */
    void alone();

    void add(TradingStop stop);

    Optional<TradingStop> find(UUID id);

    /** Those that run, oldest first. */
    List<TradingStop> running();

    /**
     * Stops, newest first.
     *
     * @param only accounts that may be seen, beside stops of every account; absent: all may
     * @param before id of the last one of the page before; absent for the first
     * @param limit most to answer with
     */
    List<TradingStop> list(@Nullable Set<String> only, @Nullable UUID before, int limit);

    /** Takes up one that is due and that nobody works on; from now on it is held by its fence. */
    Optional<TradingStop> claim(Duration lease);

    /** Takes up this one, unless it has come further than its first step or somebody works on it. */
    Optional<TradingStop> claimFirst(UUID id, Duration lease);

    /**
     * Writes where one stands that is held, and prolongs its lease.
     *
     * @throws StopLostException when it is not held any more
     */
    void save(TradingStop stop, Duration lease);

    /**
     * Writes where one stands that is held and has to wait, or has ended, and lets go of it.
     *
     * @param pause how long it waits
     * @throws StopLostException when it is not held any more
     */
    void release(TradingStop stop, Duration pause);

    /** Ends one, whoever works on it. */
    void end(TradingStop stop);

    /** What became of its orders, positions and shares. */
    List<StopItem> items(UUID id);

    /**
     * Writes what became of an order, a position or shares of one that is held, and prolongs its lease.
     *
     * @throws StopLostException when it is not held any more
     */
    void note(TradingStop stop, StopItem item, Duration lease);

    /** What was halted before it, and gives way to it. */
    List<StopHalt> halts(UUID id);

    /**
     * Writes what was halted before one that is held, and prolongs its lease.
     *
     * @throws StopLostException when it is not held any more
     */
    void note(TradingStop stop, StopHalt halt, Duration lease);

    /** Leaves what gave way to a stop that has ended for another one to halt again. */
    void leaveHalts(UUID from, UUID to);

    /** Forgets those that ended before the moment. */
    int forgetEndedBefore(Instant moment);
}
