package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.orchestrator.order.Lines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trading states in memory, with everything that was set, as risk-service keeps them. */
final class MemoryStates implements StopStates {

    /** What was asked of it, in order. */
    final List<String> told;

    /** Answered in the place of everything; absent: what is asked for is done. */
    @Nullable
    Outcome instead;

    /** Runs when a state is about to be set, once. */
    Runnable beforeIt = () -> {};

    /** Runs when something is about to give way, once. */
    Runnable beforeItGivesWay = () -> {};

    private final Map<String, StopHalt> entries = new LinkedHashMap<>();
    private final Map<String, TradingState> states = new LinkedHashMap<>();
    private final Map<String, TradingState> mildest = new LinkedHashMap<>();
    private final Lines lines;
    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    MemoryStates(List<String> told, Lines lines) {
        this.told = told;
        this.lines = lines;
    }

    /** A person halts something. */
    void halt(TradingStateScope scope, String id) {
        put(scope, id, TradingState.HALTED, "an audit", "bob");
        mildest.put(scope + " " + id, TradingState.HALTED);
    }

    TradingState of(TradingStateScope scope, String id) {
        return states.getOrDefault(scope + " " + id, TradingState.ACTIVE);
    }

    /** The mildest state it had since it was halted. */
    TradingState mildestOf(TradingStateScope scope, String id) {
        return Objects.requireNonNull(mildest.get(scope + " " + id));
    }

    boolean isHalted(String account) {
        return of(TradingStateScope.ACCOUNT, account) == TradingState.HALTED
                || of(TradingStateScope.ALL, "all") == TradingState.HALTED;
    }

    @Override
    public Outcome restrict(TradingStop.Wish wish, TradingState state) {
        lines.pass("risk is asked");
        Runnable first = beforeIt;
        beforeIt = () -> {};
        first.run();
        String account = wish.accountId();
        told.add((account == null ? "all" : account) + " " + state);
        if (instead != null) {
            return instead;
        }
        tighten(
                account == null ? TradingStateScope.ALL : TradingStateScope.ACCOUNT,
                account == null ? "all" : account,
                state,
                wish);
        lines.pass("risk has answered");
        return new Outcome.Set();
    }

    @Override
    public StopAnswer<List<StopHalt>> halted(TradingStop.Wish wish) {
        lines.pass("risk is asked what is halted");
        return new StopAnswer.Told<>(new ArrayList<>(entries.values())
                .stream()
                        .filter(entry -> of(entry.scope(), entry.id()) == TradingState.HALTED)
                        .filter(entry -> wish.accountId() == null
                                || (entry.scope() == TradingStateScope.ACCOUNT
                                        && entry.id().equals(wish.accountId())))
                        .toList());
    }

    @Override
    public Outcome giveWay(TradingStop.Wish wish, StopHalt halt) {
        lines.pass("it is to give way");
        Runnable first = beforeItGivesWay;
        beforeItGivesWay = () -> {};
        first.run();
        StopHalt entry = entries.get(halt.scope() + " " + halt.id());
        if (entry == null || !entry.at().equals(halt.at())) {
            return new Outcome.Unanswered(TradeReason.STOP_UNFINISHED.reason());
        }
        told.add("%s %s gives way".formatted(halt.scope(), halt.id()));
        put(halt.scope(), halt.id(), TradingState.REDUCE_ONLY, wish.reason(), wish.by());
        lines.pass("it has given way");
        return new Outcome.Set();
    }

    @Override
    public Outcome haltAgain(TradingStop.Wish wish, StopHalt halt) {
        lines.pass("it is to be halted again");
        told.add("%s %s halted again".formatted(halt.scope(), halt.id()));
        tighten(halt.scope(), halt.id(), TradingState.HALTED, wish);
        lines.pass("it is halted again");
        return new Outcome.Set();
    }

    private void tighten(TradingStateScope scope, String id, TradingState state, TradingStop.Wish wish) {
        if (state.compareTo(of(scope, id)) > 0) {
            put(scope, id, state, wish.reason(), wish.by());
        }
    }

    private void put(TradingStateScope scope, String id, TradingState state, String cause, String by) {
        now = now.plusSeconds(1);
        String key = scope + " " + id;
        entries.put(key, new StopHalt(scope, id, cause, by, now, false));
        states.put(key, state);
        mildest.computeIfPresent(key, (_, before) -> state.compareTo(before) < 0 ? state : before);
    }
}
