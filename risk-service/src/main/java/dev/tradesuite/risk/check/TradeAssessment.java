package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.account.AccountFigures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All six checks of a trade, and what follows from them.
 *
 * @param level the worst of all checks; critical when the trade is denied
 * @param results the six, in the order of {@link RiskCheckName}
 * @param tradingState strictest state of the account, portfolio, strategy and symbol
 * @param stateScope what that state is about; absent while it is ACTIVE
 * @param denials why the trade is denied; empty when it is allowed
 * @param warnings what is near a limit or could not be evaluated
 * @param account figures the checks were made on; absent when the account is unknown
 * @param hold what an allowed trade takes; absent when it is denied
 * @param evaluatedAt when
 */
public record TradeAssessment(
        RiskLevel level,
        List<CheckResult> results,
        TradingState tradingState,
        @Nullable TradingStateScope stateScope,
        List<Reason> denials,
        List<Reason> warnings,
        @Nullable AccountFigures account,
        @Nullable Hold hold,
        Instant evaluatedAt) {

    public TradeAssessment {
        results = List.copyOf(results);
        denials = List.copyOf(denials);
        warnings = List.copyOf(warnings);
    }

    /** Says whether every check passes and the trading state allows the trade. */
    public boolean allowed() {
        return denials.isEmpty();
    }

    /** What a reservation must hold; empty when the trade is denied. */
    public Optional<Hold> toHold() {
        return Optional.ofNullable(hold);
    }
}
