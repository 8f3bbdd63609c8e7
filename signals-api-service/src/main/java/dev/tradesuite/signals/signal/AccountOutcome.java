package dev.tradesuite.signals.signal;

import dev.tradesuite.contracts.signals.AccountAction;
import dev.tradesuite.contracts.signals.AccountReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a paper account did about a signal.
 *
 * @param action what it did
 * @param reason why no more than that; empty when it did what the signal wants
 * @param positions it touched
 */
public record AccountOutcome(AccountAction action, Optional<AccountReason> reason, List<BarPosition> positions) {

    public AccountOutcome {
        positions = List.copyOf(positions);
    }

    /**
     * What is known of the moment.
     *
     * @param before what the strategy said about the bar before; empty for the first
     * @param positions of the strategy that the bar had to do with
     * @param isRateKnown whether the quote currency could be converted
     */
    record Circumstances(Optional<KeptSignal> before, List<BarPosition> positions, boolean isRateKnown) {}

    /** Reads it off the positions: the account itself keeps no record of what it left undone. */
    static AccountOutcome of(KeptSignal signal, Circumstances known) {
        Instant close = signal.at();
        List<BarPosition> positions = known.positions();
        boolean isOpened = positions.stream().anyMatch(position -> position.openedAt(close));
        boolean isClosed = isEnded(positions, close, "SIGNAL_CHANGE");
        if (isOpened || isClosed) {
            AccountAction action =
                    isOpened ? (isClosed ? AccountAction.REVERSED : AccountAction.OPENED) : AccountAction.CLOSED;
            return new AccountOutcome(action, Optional.empty(), positions);
        }
        Optional<AccountReason> exit = exit(positions, close);
        if (exit.isPresent()) {
            return new AccountOutcome(AccountAction.EXITED, exit, positions);
        }
        return positions.stream().anyMatch(position -> position.keptAt(close))
                ? new AccountOutcome(AccountAction.KEPT, Optional.of(AccountReason.SAME_SIGNAL), positions)
                : new AccountOutcome(AccountAction.NOTHING, Optional.of(whyNothing(signal, known)), positions);
    }

    private static Optional<AccountReason> exit(List<BarPosition> positions, Instant close) {
        if (isEnded(positions, close, "LIQUIDATED")) {
            return Optional.of(AccountReason.CAPITAL_LOST);
        }
        if (isEnded(positions, close, "STOP")) {
            return Optional.of(AccountReason.STOP_REACHED);
        }
        if (isEnded(positions, close, "TAKE_PROFIT")) {
            return Optional.of(AccountReason.TARGET_REACHED);
        }
        return isEnded(positions, close, "END_OF_RUN") ? Optional.of(AccountReason.RUN_ENDED) : Optional.empty();
    }

    private static boolean isEnded(List<BarPosition> positions, Instant close, String reason) {
        return positions.stream().anyMatch(position -> position.endedBy(close, reason));
    }

    private static AccountReason whyNothing(KeptSignal signal, Circumstances known) {
        if (signal.words().abstained() != null) {
            return AccountReason.MODEL_ABSTAINED;
        }
        if (!signal.wantsPosition()) {
            return AccountReason.MODEL_FLAT;
        }
        if (!known.isRateKnown()) {
            return AccountReason.NO_CONVERSION;
        }
        boolean isSame = known.before()
                .filter(before -> before.wish().position() == signal.wish().position())
                .isPresent();
        return isSame ? AccountReason.WAITS_FOR_CHANGE : AccountReason.NOT_FILLED;
    }
}
