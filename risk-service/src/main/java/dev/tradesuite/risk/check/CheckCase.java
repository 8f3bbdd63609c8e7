package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A proposal beside the account it is for; what every check is evaluated on.
 *
 * @param proposal the trade or stake
 * @param figures of the account
 * @param holdings of the account
 * @param equity equity that percentages are counted from, or why it cannot be used
 * @param reduces whether the trade only reduces what is held, so that limits on new risk do not apply
 * @param counted what of the open risk counts
 * @param lossAtStop new loss the trade can bring
 * @param margin new margin it takes
 * @param whatIfMargin margin of positions that are only supposed
 * @param notional new value it adds
 * @param correlations correlations of returns
 */
record CheckCase(
        Proposal proposal,
        AccountFigures figures,
        List<RiskHolding> holdings,
        Figure equity,
        boolean reduces,
        CountedRisk counted,
        Figure lossAtStop,
        Figure margin,
        Figure whatIfMargin,
        Figure notional,
        Correlations correlations) {

    /**
     * Lays the proposal beside the account.
     *
     * @param oldestEquity equity from before this moment cannot be used while positions are open
     * @param counted what of the open risk counts
     */
    static CheckCase of(
            Proposal proposal,
            AccountSnapshot account,
            Correlations correlations,
            Instant oldestEquity,
            CountedRisk counted) {
        boolean reduces = account.isReducedBy(proposal);
        Taken taken = taken(proposal, account, reduces);
        return new CheckCase(
                proposal,
                account.figures(),
                account.holdings(),
                usableEquity(account, oldestEquity),
                reduces,
                counted,
                taken.loss,
                taken.margin,
                account.whatIfMargin(),
                taken.notional,
                correlations);
    }

    /** What a proposal takes of its account. */
    private record Taken(Figure loss, Figure margin, Figure notional) {

        static final Taken NOTHING = new Taken(Figure.zero(), Figure.zero(), Figure.zero());
    }

    /**
     * What only reduces takes nothing, but where it takes the account through zero: what is beyond is held by others,
     * whose stops are not known here, and counts as if they were at the default distance until the books say.
     */
    private static Taken taken(Proposal proposal, AccountSnapshot account, boolean reduces) {
        String currency = account.figures().currency();
        if (!reduces) {
            return new Taken(proposal.lossAtStop(currency), proposal.margin(currency), proposal.notional(currency));
        }
        Lots beyond = proposal instanceof ProposedTrade trade ? account.beyondZero(trade) : Lots.ZERO;
        if (beyond.isZero()) {
            return Taken.NOTHING;
        }
        ProposedTrade part = ((ProposedTrade) proposal).sized(beyond);
        return new Taken(part.lossAtDefaultStop(currency), part.margin(currency), part.notional(currency));
    }

    /** Equity that percentages are counted from, or why it cannot be used. */
    static Figure usableEquity(AccountSnapshot account, Instant oldest) {
        AccountFigures figures = account.figures();
        if (account.hasPositions() && figures.equityAt().isBefore(oldest)) {
            return Figure.unknown(
                    RiskReason.EQUITY_STALE,
                    "positions were last marked at %s, before %s".formatted(figures.equityAt(), oldest));
        }
        if (figures.equity().signum() <= 0) {
            return Figure.unknown(
                    RiskReason.EQUITY_NOT_POSITIVE,
                    "equity is " + money(figures.equity()) + ": nothing is left to risk");
        }
        return Figure.of(figures.equity());
    }

    /** What positions, booked or supposed, lose from their marks to their stops, where that is counted. */
    Figure openLoss() {
        return holdings.stream()
                .filter(holding -> counted.positions() && holding.isOpen())
                .map(RiskHolding::openLoss)
                .reduce(Figure.zero(), Figure::plus);
    }

    /** What stakes in the books can still lose, where that is counted: all they are worth. */
    BigDecimal openStakes() {
        return counted.stakes() ? figures.openStakes() : BigDecimal.ZERO;
    }

    /** What the position that the trade enlarges can lose already, orders on their way to it included. */
    Figure enlargedLoss() {
        return holdings.stream()
                .filter(holding -> holding.isEnlargedBy(proposal))
                .map(RiskHolding::openLoss)
                .reduce(Figure.zero(), Figure::plus);
    }

    /** Symbols of positions that have no stop, where what they can lose is counted. */
    List<String> unprotected() {
        return holdings.stream()
                .filter(holding -> counted.positions() && !holding.hasStop())
                .map(RiskHolding::symbol)
                .toList();
    }

    /** Limits of the account. */
    Limits limits() {
        return figures.limits();
    }

    /** What the trade takes of the account; absent when that is not known. */
    @Nullable
    Hold hold() {
        return lossAtStop instanceof Figure.Known(BigDecimal loss)
                        && margin instanceof Figure.Known(BigDecimal required)
                        && notional instanceof Figure.Known(BigDecimal value)
                ? new Hold(loss, required, value, reduces)
                : null;
    }

    /** Evaluates a check that needs an amount. */
    CheckResult needing(
            RiskCheckName check, BigDecimal limit, Figure needed, Function<BigDecimal, CheckResult> evaluation) {
        return needed.fold(evaluation, unknown -> notEvaluated(check, limit, unknown));
    }

    /** Compares a share with its limit. */
    CheckResult judge(RiskCheckName check, Share share, BigDecimal limit, RiskReason exceeded, String figuresInWords) {
        Reading reading = Reading.atMost(limit, share.percent(), Reading.Unit.PERCENT);
        String message = "%s %s %%, limit %s %%: %s"
                .formatted(inWords(check), share.percent().toPlainString(), limit.toPlainString(), figuresInWords);
        if (reduces) {
            return relaxed(check, share.isNear(limit), reading, message);
        }
        if (share.exceeds(limit)) {
            return new CheckResult.Failed(check, reading, exceeded, message);
        }
        return share.isNear(limit)
                ? new CheckResult.Warned(check, reading, RiskReason.NEAR_LIMIT, message)
                : new CheckResult.Passed(check, reading, RiskReason.WITHIN_LIMIT, message);
    }

    /**
     * A check that cannot be evaluated denies, except where the trade only reduces what is held and it is known what it
     * takes.
     */
    private CheckResult notEvaluated(RiskCheckName check, BigDecimal limit, Figure.Unknown unknown) {
        Reading reading = Reading.unmeasured(limit, Reading.Unit.of(check));
        return reduces && hold() != null
                ? relaxed(check, true, reading, unknown.message())
                : new CheckResult.Failed(check, reading, unknown.reason(), unknown.message());
    }

    private static CheckResult relaxed(RiskCheckName check, boolean warn, Reading reading, String measured) {
        String message = measured + "; the order only reduces a position";
        return warn
                ? new CheckResult.Warned(check, reading, RiskReason.REDUCES_POSITION, message)
                : new CheckResult.Passed(check, reading, RiskReason.REDUCES_POSITION, message);
    }

    /** A check that has nothing to say about an order that only reduces a position. */
    static CheckResult notNeeded(RiskCheckName check, @Nullable BigDecimal limit) {
        return new CheckResult.Passed(
                check,
                Reading.unmeasured(limit, Reading.Unit.of(check)),
                RiskReason.REDUCES_POSITION,
                "the order only reduces a position");
    }

    /** Name of a check in a sentence, such as {@code daily loss}. */
    private static String inWords(RiskCheckName check) {
        return check.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** An amount as messages show it: 2 decimals, half-even, with the account currency. */
    String inWords(BigDecimal amount) {
        return money(amount) + " " + figures.currency();
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
