package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.state.StateEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * May this trade be made? Runs every check, also after one has failed, and applies the trading state.
 *
 * <p>Pure: the same trade, account, correlations and moment give the same assessment. Thread-safe.
 */
public final class PreTradeChecks {

    private final Duration maxEquityAge;
    private final CountedRisk counted;
    private final RiskDay riskDay;

    /**
     * @param maxEquityAge equity older than this cannot be used while positions are open
     * @param counted what of the open risk the daily loss counts
     * @param riskDay when the day rolls
     */
    public PreTradeChecks(Duration maxEquityAge, CountedRisk counted, RiskDay riskDay) {
        this.maxEquityAge = maxEquityAge;
        this.counted = counted;
        this.riskDay = riskDay;
    }

    /** Assesses a trade or a stake on what is known of its account. */
    public TradeAssessment assess(Proposal proposal, AccountView account, Correlations correlations, Instant now) {
        return switch (account) {
            case AccountView.Known(AccountSnapshot snapshot) -> {
                AccountSnapshot today = snapshot.rolledTo(riskDay.of(now));
                CheckCase c = CheckCase.of(proposal, today, correlations, now.minus(maxEquityAge), counted);
                yield conclude(evaluate(c), c, account, now);
            }
            case AccountView.Unknown unknown -> conclude(onlyTheStop(proposal, unknown), null, account, now);
        };
    }

    private static List<CheckResult> evaluate(CheckCase c) {
        return List.of(
                DailyLossCheck.evaluate(c),
                DrawdownCheck.evaluate(c),
                PositionSizeCheck.evaluate(c),
                MarginCheck.evaluate(c),
                CorrelationCheck.evaluate(c),
                c.reduces()
                        ? CheckCase.notNeeded(RiskCheckName.STOP_LOSS, null)
                        : StopLossCheck.evaluate(c.proposal()));
    }

    /** Without an account only the stop can be checked; everything else denies. */
    private static List<CheckResult> onlyTheStop(Proposal proposal, AccountView.Unknown account) {
        return Arrays.stream(RiskCheckName.values())
                .map(check -> check == RiskCheckName.STOP_LOSS
                        ? StopLossCheck.evaluate(proposal)
                        : new CheckResult.Failed(
                                check,
                                Reading.unmeasured(limitOf(check, account.limits()), Reading.Unit.of(check)),
                                RiskReason.ACCOUNT_UNKNOWN,
                                account.message()))
                .toList();
    }

    private static @Nullable BigDecimal limitOf(RiskCheckName check, Limits limits) {
        return switch (check) {
            case DAILY_LOSS -> limits.dailyLossPercent();
            case DRAWDOWN -> limits.drawdownPercent();
            case POSITION_SIZE -> limits.positionSizePercent();
            case MARGIN -> limits.marginPercent();
            case CORRELATION -> limits.correlation();
            case STOP_LOSS -> null;
        };
    }

    private TradeAssessment conclude(
            List<CheckResult> results, @Nullable CheckCase c, AccountView account, Instant now) {
        Optional<StateEntry> strictest = strictest(account.states(), now);
        TradingState state = strictest.map(StateEntry::state).orElse(TradingState.ACTIVE);
        boolean reduces = c != null && c.reduces();

        List<Reason> denials = reasons(results, RiskLevel.CRITICAL);
        strictest.flatMap(entry -> denial(entry, reduces)).ifPresent(denials::addFirst);
        if (account.isArchived()) {
            denials.addFirst(reason(RiskReason.ACCOUNT_ARCHIVED, RiskReason.ACCOUNT_ARCHIVED.sentence()));
        }
        RiskLevel worst = results.stream()
                .map(CheckResult::level)
                .max(Comparator.naturalOrder())
                .orElse(RiskLevel.SAFE);
        return new TradeAssessment(
                denials.isEmpty() ? worst : RiskLevel.CRITICAL,
                results,
                state,
                strictest.map(entry -> entry.subject().scope()).orElse(null),
                denials,
                reasons(results, RiskLevel.WARNING),
                c == null ? null : c.figures(),
                denials.isEmpty() && c != null ? c.hold() : null,
                now);
    }

    /** Of several that are as strict, one that reaches further than a strategy or a symbol. */
    private Optional<StateEntry> strictest(List<StateEntry> states, Instant now) {
        return states.stream()
                .filter(entry -> entry.on(riskDay.of(now)) != TradingState.ACTIVE)
                .max(Comparator.comparing(StateEntry::state)
                        .thenComparing(entry -> entry.subject().isWholeAccount()));
    }

    private static Optional<Reason> denial(StateEntry entry, boolean reduces) {
        return switch (entry.state()) {
            case ACTIVE -> Optional.empty();
            case REDUCE_ONLY ->
                reduces
                        ? Optional.empty()
                        : Optional.of(reason(RiskReason.REDUCE_ONLY, inWords(entry, "may only reduce positions")));
            case HALTED -> Optional.of(reason(RiskReason.TRADING_HALTED, inWords(entry, "is halted")));
        };
    }

    private static String inWords(StateEntry entry, String restriction) {
        return "%s %s since %s: %s".formatted(entry.subject(), restriction, entry.changedAt(), entry.cause());
    }

    /** What the checks of a level say, once: an account that is not known fails five checks with one sentence. */
    private static List<Reason> reasons(List<CheckResult> results, RiskLevel level) {
        return results.stream()
                .filter(result -> result.level() == level)
                .map(result -> reason(result.reason(), result.message()))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Reason reason(RiskReason reason, String message) {
        return new Reason(reason.name(), message);
    }
}
