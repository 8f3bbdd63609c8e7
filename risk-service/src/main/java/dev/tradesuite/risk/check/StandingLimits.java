package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskLimitName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures an account against its limits as it stands. The formulas are those of the checks with a trade of nothing, so
 * that what is left here is what a trade may take.
 *
 * <p>What must be known and is not makes a limit critical, as it would deny a trade; a correlation that is missing
 * makes it a warning.
 */
final class StandingLimits {

    private static final int SHOWN_DECIMALS = 4;

    private final AccountSnapshot account;
    private final AccountFigures figures;
    private final Limits limits;
    private final Figure equity;
    private final CountedRisk counted;
    private final Correlations correlations;
    private final CurrencyExposure exposure;

    private StandingLimits(
            AccountSnapshot account, Correlations correlations, Instant oldestEquity, CountedRisk counted) {
        this.account = account;
        this.figures = account.figures();
        this.limits = figures.limits();
        this.equity = CheckCase.usableEquity(account, oldestEquity);
        this.counted = counted;
        this.correlations = correlations;
        this.exposure = CurrencyExposure.of(account.holdings());
    }

    /**
     * Lays the account beside its limits.
     *
     * @param account as it is on the present risk day, with the trading states that restrict it then
     * @param oldestEquity equity from before this moment cannot be used while positions are open
     * @param counted what of the open risk counts
     */
    static StandingRisk measure(
            AccountSnapshot account,
            Correlations correlations,
            Instant oldestEquity,
            CountedRisk counted,
            Instant now) {
        StandingLimits standing = new StandingLimits(account, correlations, oldestEquity, counted);
        return new StandingRisk(
                account.figures(),
                List.of(
                        standing.dailyLoss(),
                        standing.drawdown(),
                        standing.positionSize(),
                        standing.margin(),
                        standing.correlation(),
                        standing.currencyExposure()),
                standing.exposures(),
                account.states(),
                now);
    }

    private MeasuredLimit dailyLoss() {
        RiskLimitName name = RiskLimitName.DAILY_LOSS;
        BigDecimal limit = limits.dailyLossPercent();
        if (figures.dayStartEquity().signum() <= 0) {
            return unknown(
                    name, limit, new Figure.Unknown(RiskReason.EQUITY_NOT_POSITIVE, "the day began without equity"));
        }
        Figure openLoss = equity.fold(_ -> openLoss(), unknown -> unknown);
        return needing(name, limit, openLoss, loss -> {
            BigDecimal stakes = counted.stakes() ? figures.openStakes() : BigDecimal.ZERO;
            String message = "loss today %s, open positions to their stops %s%s, held for orders %s; day began with %s"
                    .formatted(
                            inWords(figures.lossToday()),
                            inWords(loss),
                            stakes.signum() == 0 ? "" : ", open stakes " + inWords(stakes),
                            inWords(figures.reservedLoss()),
                            inWords(figures.dayStartEquity()));
            BigDecimal worst = figures.lossToday().add(loss).add(stakes).add(figures.reservedLoss());
            return judge(name, new Share(worst, figures.dayStartEquity()), limit, RiskReason.DAILY_LOSS_LIMIT, message);
        });
    }

    private Figure openLoss() {
        return sum(account.holdings().stream()
                .filter(holding -> counted.positions() && holding.isOpen())
                .toList());
    }

    private MeasuredLimit drawdown() {
        return needing(RiskLimitName.DRAWDOWN, limits.drawdownPercent(), equity, amount -> {
            BigDecimal peak = figures.highWaterMark().max(amount);
            return judge(
                    RiskLimitName.DRAWDOWN,
                    new Share(peak.subtract(amount), peak),
                    limits.drawdownPercent(),
                    RiskReason.DRAWDOWN_LIMIT,
                    "equity %s, highest so far %s".formatted(inWords(amount), inWords(peak)));
        });
    }

    /** The largest loss at its stop of what is held in one symbol on one side, orders on their way to it included. */
    private MeasuredLimit positionSize() {
        RiskLimitName name = RiskLimitName.POSITION_SIZE;
        BigDecimal limit = limits.positionSizePercent();
        Map<String, Figure> losses = new LinkedHashMap<>();
        for (RiskHolding holding : account.holdings()) {
            if (holding.adds()) {
                losses.merge(holding.side() + " " + holding.symbol(), holding.openLoss(), Figure::plus);
            }
        }
        Optional<Figure.Unknown> unknown = losses.values().stream()
                .filter(Figure.Unknown.class::isInstance)
                .map(Figure.Unknown.class::cast)
                .findFirst();
        if (unknown.isPresent()) {
            return unknown(name, limit, unknown.get());
        }
        Map.Entry<String, BigDecimal> largest = losses.entrySet().stream()
                .map(loss -> Map.entry(loss.getKey(), known(loss.getValue())))
                .max(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElse(Map.entry("", BigDecimal.ZERO));
        String message = losses.isEmpty()
                ? "nothing is held"
                : "%s loses most at its stop, %s".formatted(largest.getKey(), inWords(largest.getValue()));
        return needing(
                name,
                limit,
                equity,
                amount -> judge(
                        name,
                        new Share(largest.getValue(), amount),
                        limit,
                        RiskReason.POSITION_SIZE_LIMIT,
                        "%s; equity %s".formatted(message, inWords(amount))));
    }

    private static BigDecimal known(Figure loss) {
        return loss.fold(amount -> amount, why -> {
            throw new IllegalStateException(why.message());
        });
    }

    private MeasuredLimit margin() {
        return needing(
                RiskLimitName.MARGIN,
                limits.marginPercent(),
                equity,
                amount -> judge(
                        RiskLimitName.MARGIN,
                        new Share(figures.marginUsed().add(figures.reservedMargin()), amount),
                        limits.marginPercent(),
                        RiskReason.MARGIN_LIMIT,
                        "used %s, held for orders %s; equity %s"
                                .formatted(
                                        inWords(figures.marginUsed()),
                                        inWords(figures.reservedMargin()),
                                        inWords(amount))));
    }

    /** The two holdings that move together most, sides counted. */
    private MeasuredLimit correlation() {
        List<RiskHolding> held =
                account.holdings().stream().filter(RiskHolding::adds).toList();
        SortedSet<String> missing = new TreeSet<>();
        Together closest = null;
        for (int i = 0; i < held.size(); i++) {
            for (RiskHolding other : held.subList(i + 1, held.size())) {
                Together together = together(held.get(i), other, missing);
                if (together != null && (closest == null || together.signed.compareTo(closest.signed) > 0)) {
                    closest = together;
                }
            }
        }
        return judgeCorrelation(closest, missing);
    }

    private @Nullable Together together(RiskHolding one, RiskHolding other, SortedSet<String> missing) {
        if (one.symbol().equals(other.symbol())) {
            return null;
        }
        return switch (correlations.between(one.symbol(), other.symbol())) {
            case PairCorrelation.Known(double value, int _) ->
                new Together(
                        one,
                        other,
                        BigDecimal.valueOf(
                                value * one.side().sign() * other.side().sign()));
            case PairCorrelation.Missing(String why) -> {
                missing.add("%s and %s (%s)".formatted(one.symbol(), other.symbol(), why));
                yield null;
            }
        };
    }

    private MeasuredLimit judgeCorrelation(@Nullable Together closest, SortedSet<String> missing) {
        BigDecimal limit = limits.correlation();
        Reading reading = closest == null
                ? Reading.unmeasured(limit, Reading.Unit.RATIO)
                : Reading.atMost(limit, closest.shown(), Reading.Unit.RATIO);
        String message = closest == null ? "nothing to correlate with one another" : closest.inWords();
        if (!missing.isEmpty()) {
            message = (closest == null ? "" : message + "; ") + "not known of " + String.join(", ", missing);
        }
        RiskLimitName name = RiskLimitName.CORRELATION;
        if (!limits.limitsCorrelation()) {
            return new MeasuredLimit(name, RiskLevel.SAFE, reading, RiskReason.WITHIN_LIMIT, message + "; not limited");
        }
        if (closest != null && closest.signed.compareTo(limit) > 0) {
            return new MeasuredLimit(name, RiskLevel.CRITICAL, reading, RiskReason.CORRELATION_LIMIT, message);
        }
        if (!missing.isEmpty()) {
            return new MeasuredLimit(name, RiskLevel.WARNING, reading, RiskReason.CORRELATION_DATA_MISSING, message);
        }
        return closest != null && Share.isNear(closest.signed, limit)
                ? new MeasuredLimit(name, RiskLevel.WARNING, reading, RiskReason.NEAR_LIMIT, message)
                : new MeasuredLimit(name, RiskLevel.SAFE, reading, RiskReason.WITHIN_LIMIT, message);
    }

    private MeasuredLimit currencyExposure() {
        RiskLimitName name = RiskLimitName.CURRENCY_EXPOSURE;
        BigDecimal limit = limits.currencyExposurePercent();
        Optional<Figure.Unknown> unknown = exposure.unknown();
        if (unknown.isPresent()) {
            return unknown(name, limit, unknown.get());
        }
        return needing(name, limit, equity, amount -> exposure.widths().stream()
                .findFirst()
                .map(widest -> judge(
                        name,
                        new Share(widest.widest(), amount),
                        limit,
                        RiskReason.CURRENCY_EXPOSURE_LIMIT,
                        "net exposure in %s %s; equity %s"
                                .formatted(widest.currency(), inWords(widest.widest()), inWords(amount))))
                .orElseGet(() -> judge(
                        name,
                        new Share(BigDecimal.ZERO, amount),
                        limit,
                        RiskReason.CURRENCY_EXPOSURE_LIMIT,
                        "no exposure in a currency")));
    }

    /** What is held in each currency, the widest first. */
    private List<NetExposure> exposures() {
        BigDecimal limit = limits.currencyExposurePercent();
        if (exposure.unknown().isPresent()) {
            return List.of();
        }
        return exposure.widths().stream()
                .map(width -> equity.fold(
                        amount -> {
                            Share share = new Share(width.widest(), amount);
                            return new NetExposure(
                                    width.currency(),
                                    width.booked(),
                                    width.widest(),
                                    Reading.atMost(limit, share.percent(), Reading.Unit.PERCENT),
                                    level(share, limit));
                        },
                        _ -> new NetExposure(
                                width.currency(),
                                width.booked(),
                                width.widest(),
                                Reading.unmeasured(limit, Reading.Unit.PERCENT),
                                RiskLevel.CRITICAL)))
                .toList();
    }

    private static Figure sum(List<RiskHolding> holdings) {
        return holdings.stream().map(RiskHolding::openLoss).reduce(Figure.zero(), Figure::plus);
    }

    private static MeasuredLimit needing(
            RiskLimitName name, BigDecimal limit, Figure needed, Function<BigDecimal, MeasuredLimit> evaluation) {
        return needed.fold(evaluation, why -> unknown(name, limit, why));
    }

    private static MeasuredLimit unknown(RiskLimitName name, BigDecimal limit, Figure.Unknown why) {
        return new MeasuredLimit(
                name, RiskLevel.CRITICAL, Reading.unmeasured(limit, Reading.Unit.PERCENT), why.reason(), why.message());
    }

    private static MeasuredLimit judge(
            RiskLimitName name, Share share, BigDecimal limit, RiskReason exceeded, String figuresInWords) {
        RiskLevel level = level(share, limit);
        RiskReason reason =
                switch (level) {
                    case SAFE -> RiskReason.WITHIN_LIMIT;
                    case WARNING -> RiskReason.NEAR_LIMIT;
                    case CRITICAL -> exceeded;
                };
        String message = "%s %s %%, limit %s %%: %s"
                .formatted(
                        name.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        share.percent().toPlainString(),
                        limit.toPlainString(),
                        figuresInWords);
        return new MeasuredLimit(
                name, level, Reading.atMost(limit, share.percent(), Reading.Unit.PERCENT), reason, message);
    }

    private static RiskLevel level(Share share, BigDecimal limit) {
        if (share.exceeds(limit)) {
            return RiskLevel.CRITICAL;
        }
        return share.isNear(limit) ? RiskLevel.WARNING : RiskLevel.SAFE;
    }

    private String inWords(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " " + figures.currency();
    }

    /** Two holdings, and how they move together. */
    private record Together(RiskHolding one, RiskHolding other, BigDecimal signed) {

        BigDecimal shown() {
            return Amounts.stripped(signed.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN));
        }

        String inWords() {
            return "correlation %s of %s %s and %s %s, sides counted"
                    .formatted(shown().toPlainString(), one.side(), one.symbol(), other.side(), other.symbol());
        }
    }
}
