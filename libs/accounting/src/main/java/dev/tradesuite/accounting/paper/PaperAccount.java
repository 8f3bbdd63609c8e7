package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paper account of one model on one instrument, after a bar. Immutable; no clock, no I/O. Its parts are plain
 * values, so it can be stored and put together again, and goes on as if it had never been away.
 *
 * <p>For each bar, in this order: a signal that waits for the open is carried out there ({@link FillMoment#NEXT_OPEN});
 * an open position meets the bar's range, its stop before its target, at the open where the bar opened beyond it; the
 * new signal is carried out at the close; the position is valued at the close.
 *
 * <p>Only a change of the signal trades: long to short is one close and one open, the same signal again is nothing. So
 * after a stop or a target there is no position on that side before the signal has changed once. The same signal again
 * does not move stop and target either.
 *
 * <p>quantity = equity x size x leverage / (price x rate), in units of the base, and profit = quantity x price
 * difference in the quote currency, converted at the rate of the bar. Every fill is at the price of the bar; what it
 * costs is a fee.
 *
 * @param rules how it trades
 * @param funds its money
 * @param lastBar start of the newest bar it has seen; absent before the first
 * @param lastSignal direction of the newest signal, FLAT before the first
 * @param position the open one; absent while it is flat
 * @param pending signal that waits for the next open; absent for none
 * @param ended whether it trades no more
 */
public record PaperAccount(
        PaperRules rules,
        PaperFunds funds,
        @Nullable Instant lastBar,
        Direction lastSignal,
        @Nullable PaperPosition position,
        @Nullable PaperSignal pending,
        boolean ended) {

    /** A new account. */
    public static PaperAccount open(PaperRules rules, BigDecimal startingCapital) {
        PaperFunds funds = new PaperFunds(startingCapital, startingCapital, startingCapital);
        return new PaperAccount(rules, funds, null, Direction.FLAT, null, null, false);
    }

    /**
     * The account after a bar.
     *
     * @param signal what the model wants after it
     * @throws IllegalArgumentException when the bar is not after the last one, or converts another currency
     */
    public PaperStep apply(PaperBar bar, PaperSignal signal) {
        if (hasSeen(bar.openTime())) {
            throw new IllegalArgumentException(
                    "the bar of " + bar.openTime() + " is not after that of " + lastBar + ", which was seen last");
        }
        requireConversion(bar);
        return new PaperBarWork(this, bar).run(signal);
    }

    /**
     * The account at the end of its run: an open position ends at the close of the last bar, and a signal that waits
     * for an open is dropped.
     *
     * @param last the bar that was applied last
     */
    public PaperStep endRun(PaperBar last) {
        if (!last.openTime().equals(lastBar)) {
            throw new IllegalArgumentException("a run ends with the bar of " + lastBar
                    + ", which was seen last, not with that of " + last.openTime());
        }
        requireConversion(last);
        return new PaperBarWork(this, last).end();
    }

    /** Whether a bar that starts at a moment was applied already, or a later one was. */
    public boolean hasSeen(Instant openTime) {
        return lastBar != null && !openTime.isAfter(lastBar);
    }

    /** The open position; empty while it is flat. */
    public Optional<PaperPosition> openPosition() {
        return Optional.ofNullable(position);
    }

    private void requireConversion(PaperBar bar) {
        String quote = rules.instrument().quote();
        bar.rate()
                .filter(rate -> !rate.from().equals(quote) || !rate.to().equals(rules.currency()))
                .ifPresent(rate -> {
                    throw new IllegalArgumentException("the bar must convert %s to %s, converts %s to %s"
                            .formatted(quote, rules.currency(), rate.from(), rate.to()));
                });
    }
}
