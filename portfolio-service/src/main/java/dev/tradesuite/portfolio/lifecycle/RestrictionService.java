package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.risk.TradingState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Tells risk-service what the orders of strategies may do, until it has it. What a person has set there stays: what is
 * stricter is not loosened, and only what this service has imposed is taken back.
 */
public final class RestrictionService {

    private static final int AT_ONCE = 5;

    /** Longer than the calls of one take together. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private final RestrictionStore store;
    private final StrategyTradingStates states;
    private final Clock clock;

    RestrictionService(RestrictionStore store, StrategyTradingStates states, Clock clock) {
        this.store = store;
        this.states = states;
        this.clock = clock;
    }

    /** What the cause of every state this service sets begins with. */
    static String mark(String code, LifecycleState state) {
        return mark(code) + state;
    }

    private static String mark(String code) {
        return "Strategy %s is ".formatted(code);
    }

    /**
     * Tells all that is due.
     *
     * @return how many were told
     */
    public int send() {
        int told = 0;
        List<StrategyRestriction> due;
        do {
            Instant now = now();
            due = store.claim(now, now.plus(LEASE), AT_ONCE);
            for (StrategyRestriction wish : due) {
                told += told(wish) ? 1 : 0;
            }
        } while (due.size() == AT_ONCE);
        return told;
    }

    private boolean told(StrategyRestriction wish) {
        return switch (states.find(wish.code())) {
            case StrategyTradingStates.Answer.NotTold(String why) -> failed(wish, why);
            case StrategyTradingStates.Answer.Told(Optional<StrategyTradingStates.Current> current) ->
                kept(wish, current).map(note -> done(wish, note)).orElseGet(() -> changed(wish));
        };
    }

    /** Why nothing is to be changed; empty when something is. */
    private static Optional<String> kept(StrategyRestriction wish, Optional<StrategyTradingStates.Current> current) {
        TradingState is = current.map(StrategyTradingStates.Current::state).orElse(TradingState.ACTIVE);
        boolean ours =
                current.filter(one -> one.cause().startsWith(mark(wish.code()))).isPresent();
        String by = current.map(StrategyTradingStates.Current::changedBy).orElse("nobody");
        if (is == wish.state()) {
            return Optional.of("It is %s already, set by %s".formatted(is, by));
        }
        return wish.state() == TradingState.REDUCE_ONLY
                ? Optional.of("It is HALTED by %s, which is stricter and stays".formatted(by))
                        .filter(_ -> is == TradingState.HALTED)
                : Optional.of("It stays %s: %s has set it, and has to end it".formatted(is, by))
                        .filter(_ -> !ours);
    }

    private boolean changed(StrategyRestriction wish) {
        return switch (states.change(wish.code(), wish.state(), wish.reason())) {
            case StrategyTradingStates.Answer.NotTold(String why) -> failed(wish, why);
            case StrategyTradingStates.Answer.Told _ -> done(wish, "risk-service has it");
        };
    }

    private boolean done(StrategyRestriction wish, String note) {
        store.done(wish, note, now());
        return true;
    }

    private boolean failed(StrategyRestriction wish, String why) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(wish.attempts(), 10));
        store.failed(wish, why, now().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        return false;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
