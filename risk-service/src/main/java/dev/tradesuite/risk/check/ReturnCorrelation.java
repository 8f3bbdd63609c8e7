package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The highest correlation of returns x side of the trade x side of the holding, over all positions and pending orders.
 *
 * <p>A position in the same symbol is no other one: the trade makes it larger, which the other limits judge. Pairs
 * without enough stored returns make the result a warning that names them, unless another pair already denies.
 */
final class ReturnCorrelation {

    private static final int SHOWN_DECIMALS = 4;

    private final CheckCase c;
    private final TreeSet<String> missing = new TreeSet<>();
    private @Nullable Closest closest;

    private ReturnCorrelation(CheckCase c) {
        this.c = c;
    }

    static CheckResult evaluate(CheckCase c) {
        ReturnCorrelation correlation = new ReturnCorrelation(c);
        c.holdings().stream()
                .filter(RiskHolding::adds)
                .filter(holding -> !holding.symbol().equals(c.proposal().symbol()))
                .forEach(correlation::compare);
        return correlation.judge();
    }

    private void compare(RiskHolding holding) {
        switch (c.correlations().between(c.proposal().symbol(), holding.symbol())) {
            case PairCorrelation.Known(double value, int _) -> consider(holding, value);
            case PairCorrelation.Missing(String why) -> missing.add(holding.symbol() + " (" + why + ")");
        }
    }

    private void consider(RiskHolding holding, double correlation) {
        double signed =
                correlation * c.proposal().side().sign() * holding.side().sign();
        if (closest == null || signed > closest.signed.doubleValue()) {
            closest = new Closest(holding.symbol(), holding.side(), BigDecimal.valueOf(signed));
        }
    }

    private CheckResult judge() {
        BigDecimal limit = c.limits().correlation();
        if (!c.limits().limitsCorrelation()) {
            return new CheckResult.Passed(
                    RiskCheckName.CORRELATION, reading(limit), RiskReason.WITHIN_LIMIT, message() + "; not limited");
        }
        if (closest != null && closest.signed.compareTo(limit) > 0) {
            return new CheckResult.Failed(
                    RiskCheckName.CORRELATION, reading(limit), RiskReason.CORRELATION_LIMIT, message());
        }
        if (!missing.isEmpty()) {
            return new CheckResult.Warned(
                    RiskCheckName.CORRELATION, reading(limit), RiskReason.CORRELATION_DATA_MISSING, message());
        }
        return closest != null && Share.isNear(closest.signed, limit)
                ? new CheckResult.Warned(RiskCheckName.CORRELATION, reading(limit), RiskReason.NEAR_LIMIT, message())
                : new CheckResult.Passed(RiskCheckName.CORRELATION, reading(limit), RiskReason.WITHIN_LIMIT, message());
    }

    private Reading reading(BigDecimal limit) {
        return closest == null
                ? Reading.unmeasured(limit, Reading.Unit.RATIO)
                : Reading.atMost(limit, closest.shown(), Reading.Unit.RATIO);
    }

    private String message() {
        String unknown = "correlation not known with " + String.join(", ", missing);
        if (closest == null) {
            return missing.isEmpty() ? "no other position to correlate with" : unknown;
        }
        String known = "correlation %s with %s %s, sides counted"
                .formatted(closest.shown().toPlainString(), closest.side, closest.symbol);
        return missing.isEmpty() ? known : known + "; " + unknown;
    }

    /** The holding the trade moves with most. */
    private record Closest(String symbol, Side side, BigDecimal signed) {

        BigDecimal shown() {
            return Amounts.stripped(signed.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN));
        }
    }
}
