package dev.tradesuite.portfolio.registry;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.time.Instant;
import java.util.Optional;

/**
 * A strategy as an asset.
 *
 * @param code by which everything else names it
 * @param source where its returns come from; it never changes
 * @param benchmark code of the strategy it is compared with; empty for equal weights of all that are live
 * @param stage how far it has come
 * @param version grows with every change
 */
public record RegisteredStrategy(
        String code,
        String name,
        StrategySource source,
        Optional<String> benchmark,
        Stage stage,
        Instant registeredAt,
        long version) {

    /**
     * How far a strategy has come.
     *
     * @param since when it came into this state
     * @param paperSince when it first came to be traded on paper; empty when it never was
     */
    public record Stage(LifecycleState state, Instant since, Optional<Instant> paperSince) {

        /** The stage of what has just been registered. */
        public static Stage first(Instant now) {
            return new Stage(LifecycleState.DISCOVERY, now, Optional.empty());
        }

        /** The stage after a transition. */
        public Stage to(LifecycleState next, Instant now) {
            return new Stage(
                    next, now, paperSince.or(() -> next == LifecycleState.PAPER ? Optional.of(now) : Optional.empty()));
        }
    }

    /** How far it has come. */
    public LifecycleState state() {
        return stage.state();
    }

    RegisteredStrategy with(String newName, Optional<String> newBenchmark) {
        return new RegisteredStrategy(code, newName, source, newBenchmark, stage, registeredAt, version);
    }

    /** The same at another stage. */
    public RegisteredStrategy at(Stage next) {
        return new RegisteredStrategy(code, name, source, benchmark, next, registeredAt, version);
    }
}
