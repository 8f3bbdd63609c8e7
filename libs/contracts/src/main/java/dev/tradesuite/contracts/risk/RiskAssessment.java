package dev.tradesuite.contracts.risk;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All six checks of a trade.
 *
 * @param allowed whether every check passes and the trading state allows the trade
 * @param riskLevel worst level of all checks; critical when not allowed
 * @param checks the six, in the order of {@link RiskCheckName}
 * @param tradingState strictest state among account, portfolio, strategy and symbol
 * @param tradingStateScope what that state is about; absent while it is ACTIVE. Of several that are as strict, one that
 *     reaches further than a strategy or a symbol
 * @param denials why the trade is denied; codes are {@link RiskReason} constants
 * @param warnings what is near a limit or could not be evaluated
 * @param account risk memory the checks were made on; absent when the account is unknown
 * @param evaluatedAt when
 */
public record RiskAssessment(
        boolean allowed,
        RiskLevel riskLevel,
        List<RiskCheckResult> checks,
        TradingState tradingState,
        @Nullable TradingStateScope tradingStateScope,
        List<Reason> denials,
        List<Reason> warnings,
        @Nullable AccountRisk account,
        Instant evaluatedAt) {}
