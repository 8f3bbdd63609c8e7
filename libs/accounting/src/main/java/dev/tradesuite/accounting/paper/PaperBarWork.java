package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One bar of a paper account on its way through; serves once. */
final class PaperBarWork {

    private final PaperRules rules;
    private final PaperBar bar;
    private final BigDecimal startingCapital;
    private final List<PaperEvent> events = new ArrayList<>();
    private BigDecimal cash;
    private BigDecimal peakEquity;
    private Direction lastSignal;
    private @Nullable PaperPosition position;
    private @Nullable PaperSignal pending;
    private boolean ended;

    PaperBarWork(PaperAccount account, PaperBar bar) {
        this.rules = account.rules();
        this.bar = bar;
        this.startingCapital = account.funds().startingCapital();
        this.cash = account.funds().cash();
        this.peakEquity = account.funds().peakEquity();
        this.lastSignal = account.lastSignal();
        this.position = account.position();
        this.pending = account.pending();
        this.ended = account.ended();
    }

    PaperStep run(PaperSignal signal) {
        if (!ended) {
            if (position != null && bar.conversion() == null) {
                events.add(new PaperEvent.RateKept(position.mark().rate()));
            }
            carryOutPending();
            meetLevels();
            heed(signal);
            mark();
        }
        return step();
    }

    PaperStep end() {
        if (position != null) {
            close(position, bar.close(), bar.closeTime(), PaperExitReason.END_OF_RUN);
        }
        pending = null;
        ended = true;
        return step();
    }

    private void carryOutPending() {
        PaperSignal waiting = pending;
        pending = null;
        if (waiting != null) {
            carryOut(waiting, bar.open(), bar.openTime());
        }
    }

    /** The stop comes before the target, because nobody knows which of them a bar reached first. */
    private void meetLevels() {
        PaperPosition held = position;
        if (held == null) {
            return;
        }
        PaperEntry entry = held.entry();
        boolean isLong = entry.direction() == Direction.LONG;
        see(bar.open());
        if (entry.isStoppedAt(bar.open())) {
            close(held, bar.open(), bar.openTime(), PaperExitReason.STOP);
        } else if (entry.isOnTargetAt(bar.open())) {
            close(held, bar.open(), bar.openTime(), PaperExitReason.TAKE_PROFIT);
        } else if (entry.isStoppedAt(isLong ? bar.low() : bar.high())) {
            close(held, Objects.requireNonNull(entry.stopLoss()), bar.closeTime(), PaperExitReason.STOP);
        } else if (entry.isOnTargetAt(isLong ? bar.high() : bar.low())) {
            close(held, Objects.requireNonNull(entry.takeProfit()), bar.closeTime(), PaperExitReason.TAKE_PROFIT);
        } else {
            see(bar.low());
            see(bar.high());
        }
    }

    private void heed(PaperSignal signal) {
        if (signal.direction() == lastSignal) {
            return;
        }
        lastSignal = signal.direction();
        switch (rules.fill()) {
            case CLOSE -> carryOut(signal, bar.close(), bar.closeTime());
            case NEXT_OPEN -> pending = signal;
        }
    }

    private void carryOut(PaperSignal signal, BigDecimal price, Instant at) {
        if (position != null && position.entry().direction() != signal.direction()) {
            close(position, price, at, PaperExitReason.SIGNAL_CHANGE);
        }
        if (position == null && signal.direction() != Direction.FLAT && cash.signum() > 0) {
            open(signal, price, at);
        }
    }

    private void open(PaperSignal signal, BigDecimal price, Instant at) {
        CurrencyConversion rate = bar.conversion();
        if (rate == null) {
            // As if the model had abstained: with a rate the same signal is a new one.
            lastSignal = Direction.FLAT;
            events.add(new PaperEvent.Declined(PaperRefusal.NO_CONVERSION, at));
            return;
        }
        if (signal.isBeyondLevels(price)) {
            events.add(new PaperEvent.Declined(PaperRefusal.BEYOND_LEVELS, at));
            return;
        }
        BigDecimal quantity = quantity(signal, price, rate);
        if (quantity.signum() == 0) {
            events.add(new PaperEvent.Declined(PaperRefusal.NO_SIZE, at));
            return;
        }
        PaperEntry entry = new PaperEntry(
                signal.direction(),
                quantity,
                price,
                at,
                rate.convert(quantity.multiply(price), RoundingMode.HALF_EVEN),
                rules.costs().fee(rules.instrument(), quantity, price, rate),
                signal.stopLoss(),
                signal.takeProfit());
        cash = cash.subtract(entry.fee());
        position = new PaperPosition(
                entry, new PaperMark(price, rate.rate(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        events.add(new PaperEvent.Opened(entry));
    }

    /** Units of the base for equity x size x leverage, rounded down; the account is flat, so equity is its cash. */
    private BigDecimal quantity(PaperSignal signal, BigDecimal price, CurrencyConversion rate) {
        BigDecimal notional = cash.multiply(signal.size()).multiply(rules.leverage());
        return notional.multiply(rate.denominator())
                .divide(price.multiply(rate.numerator()), Amounts.SCALE, RoundingMode.DOWN);
    }

    private void close(PaperPosition held, BigDecimal price, Instant at, PaperExitReason reason) {
        PaperEntry entry = held.entry();
        CurrencyConversion rate = rate(held);
        BigDecimal profit = entry.profitAt(price, rate);
        BigDecimal fee = rules.costs().fee(rules.instrument(), entry.quantity(), price, rate);
        BigDecimal fees = entry.fee().add(fee);
        PaperMark mark = Objects.requireNonNull(position).mark().having(profit);
        cash = cash.add(profit).subtract(fee);
        position = null;
        events.add(new PaperEvent.Closed(
                new PaperTrade(entry, price, at, reason, profit.subtract(fees), fees, mark.mae(), mark.mfe())));
    }

    private void mark() {
        BigDecimal equity = cash;
        PaperPosition held = position;
        if (held != null) {
            CurrencyConversion rate = rate(held);
            BigDecimal profit = held.entry().profitAt(bar.close(), rate);
            equity = cash.add(profit);
            if (equity.signum() <= 0) {
                close(held, bar.close(), bar.closeTime(), PaperExitReason.LIQUIDATED);
                equity = cash;
            } else {
                PaperMark mark = held.mark().having(profit);
                position = new PaperPosition(
                        held.entry(), new PaperMark(bar.close(), rate.rate(), profit, mark.mae(), mark.mfe()));
            }
        }
        if (equity.signum() <= 0) {
            ended = true;
            pending = null;
            events.add(new PaperEvent.Ended(bar.closeTime()));
        }
        peakEquity = peakEquity.max(equity);
    }

    /** Remembers the profit a price gave the open position. */
    private void see(BigDecimal price) {
        PaperPosition held = Objects.requireNonNull(position);
        BigDecimal profit = held.entry().profitAt(price, rate(held));
        position = new PaperPosition(held.entry(), held.mark().having(profit));
    }

    /** The rate of the bar; without one the newest the position was valued with. */
    private CurrencyConversion rate(PaperPosition held) {
        Instrument instrument = rules.instrument();
        return bar.rate()
                .orElseGet(() -> new CurrencyConversion(
                        instrument.quote(), rules.currency(), held.mark().rate(), BigDecimal.ONE, instrument.symbol()));
    }

    private PaperStep step() {
        PaperFunds funds = new PaperFunds(startingCapital, cash, peakEquity);
        PaperAccount account = new PaperAccount(rules, funds, bar.openTime(), lastSignal, position, pending, ended);
        BigDecimal unrealized =
                position == null ? BigDecimal.ZERO : position.mark().unrealizedPnl();
        return new PaperStep(account, events, new PaperEquity(bar.closeTime(), funds, unrealized));
    }
}
