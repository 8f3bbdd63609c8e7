package dev.tradesuite.risk.history;

import dev.tradesuite.contracts.risk.RiskEventType;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.risk.account.Breach;
import dev.tradesuite.risk.account.HighWaterMarkChange;
import dev.tradesuite.risk.account.LimitChange;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.state.StateSubject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the history. */
public sealed interface LoggedEvent {

    /** Number among those of its kind; later ones have higher numbers. */
    long number();

    /** When it happened. */
    Instant at();

    /** An account went past a limit. */
    record Breached(long number, Instant at, String accountId, Breach breach) implements LoggedEvent {}

    /**
     * A trading state was changed.
     *
     * @param by {@link dev.tradesuite.risk.state.StateEntry#SYSTEM} for an automatic trigger, else the person
     */
    record StateChanged(
            long number, Instant at, StateSubject subject, TradingState from, TradingState to, String cause, String by)
            implements LoggedEvent {}

    /**
     * A person changed limits.
     *
     * @param from those a person set before; absent when it is the first change
     */
    record LimitsChanged(long number, @Nullable Limits from, LimitChange change) implements LoggedEvent {

        @Override
        public Instant at() {
            return change.at();
        }
    }

    /** A person put right the highest equity. */
    record HighWaterMarkChanged(long number, HighWaterMarkChange change) implements LoggedEvent {

        @Override
        public Instant at() {
            return change.at();
        }
    }

    /** What happened. */
    default RiskEventType type() {
        return switch (this) {
            case Breached _ -> RiskEventType.BREACH;
            case StateChanged _ -> RiskEventType.STATE_CHANGE;
            case LimitsChanged _ -> RiskEventType.LIMIT_CHANGE;
            case HighWaterMarkChanged _ -> RiskEventType.HIGH_WATER_MARK_CHANGE;
        };
    }

    /** Its place in the history. */
    default EventPlace place() {
        return new EventPlace(at(), type(), number());
    }
}
