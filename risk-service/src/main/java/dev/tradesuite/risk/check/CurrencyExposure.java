package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Net value held in each currency: a position is long its base and short its quote.
 *
 * <p>Orders that may still come to nothing count only where they widen the exposure: its width is the wider of the
 * books with everything pending on one side, and on the other. A trade is judged in the two currencies it touches, and
 * only where it widens what is there: a trade that narrows an exposure is never denied for what is left of it. An
 * exposure that cannot be computed denies.
 */
final class CurrencyExposure {

    private final Map<String, Net> nets = new HashMap<>();
    private Figure.@Nullable Unknown unknown;

    private CurrencyExposure(Collection<RiskHolding> holdings) {
        holdings.stream().filter(RiskHolding::adds).forEach(this::add);
    }

    /** What holdings mean in currencies. */
    static CurrencyExposure of(Collection<RiskHolding> holdings) {
        return new CurrencyExposure(holdings);
    }

    /** Why it is not known; empty when it is. */
    Optional<Figure.Unknown> unknown() {
        return Optional.ofNullable(unknown);
    }

    /**
     * What is held in one currency.
     *
     * @param currency which
     * @param booked net value in the books; above zero for long, below for short
     * @param widest the most it can become with orders on their way, without sign
     */
    record Width(String currency, BigDecimal booked, BigDecimal widest) {}

    /** What is held in each currency, the widest first. */
    List<Width> widths() {
        return nets.entrySet().stream()
                .map(net -> new Width(
                        net.getKey(), net.getValue().booked, net.getValue().width()))
                .sorted(Comparator.comparing(Width::widest).reversed().thenComparing(Width::currency))
                .toList();
    }

    static CheckResult evaluate(CheckCase c, ProposedTrade trade) {
        CurrencyExposure exposure = of(c.holdings());
        BigDecimal limit = c.limits().currencyExposurePercent();
        return c.equity()
                .fold(
                        equity -> switch (Legs.of(trade.instrument(), trade.side(), c.notional())) {
                            case Legs.Unknown(Figure.Unknown why) -> failed(limit, why);
                            case Legs.Known(Map<String, BigDecimal> legs) -> exposure.judge(c, equity, legs, limit);
                        },
                        why -> failed(limit, why));
    }

    private CheckResult judge(CheckCase c, BigDecimal equity, Map<String, BigDecimal> legs, BigDecimal limit) {
        if (unknown != null) {
            return failed(limit, unknown);
        }
        Optional<Change> widest = legs.entrySet().stream()
                .map(leg -> change(leg.getKey(), leg.getValue()))
                .max(Change.MOST_TELLING);
        if (widest.isEmpty()) {
            Reading nothing = Reading.unmeasured(limit, Reading.Unit.PERCENT);
            return new CheckResult.Passed(
                    RiskCheckName.CORRELATION, nothing, RiskReason.WITHIN_LIMIT, "no exposure in a currency");
        }
        return widest.get().judge(c, equity, limit);
    }

    private Change change(String currency, BigDecimal amount) {
        Net before = nets.getOrDefault(currency, Net.NONE);
        BigDecimal after = before.plus(Net.booked(amount)).width();
        return new Change(currency, after, after.compareTo(before.width()) > 0);
    }

    private static CheckResult failed(BigDecimal limit, Figure.Unknown why) {
        return new CheckResult.Failed(
                RiskCheckName.CORRELATION,
                Reading.unmeasured(limit, Reading.Unit.PERCENT),
                why.reason(),
                why.message());
    }

    private void add(RiskHolding holding) {
        switch (holding.legs()) {
            case Legs.Unknown(Figure.Unknown why) -> unknown = why;
            case Legs.Known(Map<String, BigDecimal> amounts) -> {
                boolean certain = holding.standing() == RiskHolding.Standing.BOOKED;
                amounts.forEach((currency, amount) ->
                        nets.merge(currency, certain ? Net.booked(amount) : Net.pending(amount), Net::plus));
            }
        }
    }

    /** The exposure in a currency after the trade. */
    private record Change(String currency, BigDecimal after, boolean widened) {

        /** What is widened tells more than what is not; equal widths go by name, so that the answer never wavers. */
        static final Comparator<Change> MOST_TELLING = Comparator.comparing(Change::widened)
                .thenComparing(Change::after)
                .thenComparing(Change::currency, Comparator.reverseOrder());

        CheckResult judge(CheckCase c, BigDecimal equity, BigDecimal limit) {
            Share share = new Share(after, equity);
            String message = "net exposure in %s %s, %s %% of equity, limit %s %%"
                    .formatted(currency, c.inWords(after), share.percent().toPlainString(), limit.toPlainString());
            Reading reading = Reading.atMost(limit, share.percent(), Reading.Unit.PERCENT);
            if (!widened) {
                return new CheckResult.Passed(
                        RiskCheckName.CORRELATION,
                        reading,
                        RiskReason.WITHIN_LIMIT,
                        message + ", narrowed by this trade");
            }
            if (share.exceeds(limit)) {
                return new CheckResult.Failed(
                        RiskCheckName.CORRELATION, reading, RiskReason.CURRENCY_EXPOSURE_LIMIT, message);
            }
            return share.isNear(limit)
                    ? new CheckResult.Warned(RiskCheckName.CORRELATION, reading, RiskReason.NEAR_LIMIT, message)
                    : new CheckResult.Passed(RiskCheckName.CORRELATION, reading, RiskReason.WITHIN_LIMIT, message);
        }
    }

    /** Net value in one currency: in the books, and pending on either side. */
    private record Net(BigDecimal booked, BigDecimal pendingLong, BigDecimal pendingShort) {

        static final Net NONE = new Net(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        static Net booked(BigDecimal amount) {
            return new Net(amount, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        static Net pending(BigDecimal amount) {
            return new Net(BigDecimal.ZERO, amount.max(BigDecimal.ZERO), amount.min(BigDecimal.ZERO));
        }

        Net plus(Net other) {
            return new Net(
                    booked.add(other.booked), pendingLong.add(other.pendingLong), pendingShort.add(other.pendingShort));
        }

        BigDecimal width() {
            return booked.add(pendingLong).abs().max(booked.add(pendingShort).abs());
        }
    }
}
