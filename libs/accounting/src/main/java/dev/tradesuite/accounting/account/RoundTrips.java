package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches the fills of an account first in, first out: what is sold are the lots that were bought first, whoever wanted
 * them.
 *
 * <pre>
 *     gross = (exit price - entry price) x lots x contract size x (+1 long, -1 short) x rate at the exit
 *     fees  = commission of each fill x its share of the fill's lots; the last part of a fill takes what is left of it
 * </pre>
 *
 * <p>Bought 1 at 1.0800, bought 1 at 1.0900, sold 1.5 at 1.1000: 1 lot brought 0.0200 and half a lot 0.0100, which are
 * 2,000 and 500. The books close the same 1.5 lots at their average price of 1.0850 and realise 2,250; once everything
 * is closed both have brought the same, as long as the rate to the account currency is the same too.
 *
 * <p>Takes fills in the order in which they were booked. Not safe for several threads at once.
 */
public final class RoundTrips {

    private final Map<String, Deque<Open>> open = new HashMap<>();
    private long ended;

    /** All round trips of these fills. */
    public static List<RoundTrip> of(Collection<Fill> fills) {
        RoundTrips trips = new RoundTrips();
        return fills.stream().flatMap(fill -> trips.next(fill).stream()).toList();
    }

    /** The round trips that end with this fill; lots that close nothing are kept as opened. */
    public List<RoundTrip> next(Fill fill) {
        String symbol = fill.instrument().symbol();
        Deque<Open> entries = open.computeIfAbsent(symbol, _ -> new ArrayDeque<>());
        Open rest = new Open(fill);
        List<RoundTrip> trips = new ArrayList<>();
        while (rest.isLeft() && !entries.isEmpty() && entries.getFirst().isClosedBy(fill)) {
            Open entry = entries.getFirst();
            trips.add(matched(entry, rest));
            if (!entry.isLeft()) {
                entries.removeFirst();
            }
        }
        if (rest.isLeft()) {
            entries.addLast(rest);
        }
        return trips;
    }

    /** Instruments that were traded. */
    public Set<String> symbols() {
        return Set.copyOf(open.keySet());
    }

    private RoundTrip matched(Open entry, Open exit) {
        BigDecimal lots = entry.lots.min(exit.lots);
        Fill opening = entry.fill;
        Fill closing = exit.fill;
        Direction direction = opening.direction();
        BigDecimal gained = closing.price().subtract(opening.price()).multiply(BigDecimal.valueOf(direction.sign()));
        Instrument instrument = opening.instrument();
        BigDecimal gross = gained.multiply(lots)
                .multiply(instrument.contractSize())
                .multiply(closing.terms().conversionRate());
        BigDecimal fees = entry.take(lots).add(exit.take(lots));
        ended++;
        return new RoundTrip(
                ended,
                instrument.symbol(),
                direction,
                new Lots(lots),
                leg(opening),
                leg(closing),
                Amounts.even(gross),
                Amounts.even(fees),
                closing.label());
    }

    private static RoundTrip.Leg leg(Fill fill) {
        return new RoundTrip.Leg(
                fill.id(),
                fill.order().orderId(),
                fill.price(),
                fill.filledAt(),
                strategy(fill),
                fill.order().exitReason());
    }

    private static @Nullable String strategy(Fill fill) {
        String name = fill.order().strategy();
        return name == null || name.isEmpty() ? null : name;
    }

    /** What is left of a fill. */
    private static final class Open {

        private final Fill fill;
        private BigDecimal lots;
        private BigDecimal commission;

        Open(Fill fill) {
            this.fill = fill;
            this.lots = fill.lots().value();
            this.commission = fill.terms().commission();
        }

        boolean isLeft() {
            return lots.signum() > 0;
        }

        boolean isClosedBy(Fill other) {
            return fill.direction() != other.direction();
        }

        /** Takes lots out, and answers their share of the commission. */
        BigDecimal take(BigDecimal some) {
            BigDecimal share = some.compareTo(lots) == 0
                    ? commission
                    : Amounts.divided(commission.multiply(some), lots, RoundingMode.HALF_EVEN);
            lots = lots.subtract(some);
            commission = commission.subtract(share);
            return share;
        }
    }
}
