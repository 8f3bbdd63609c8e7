package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What risk says.
 *
 * @param allowed whether the six checks and the trading state allow the trade
 * @param level worst level of the checks
 * @param stateScope what the strictest trading state is about; absent while all are ACTIVE
 * @param denials why not
 * @param warnings what is near a limit or could not be evaluated
 * @param checks the six, as they go into the decision document
 */
public record RiskVerdict(
        boolean allowed,
        RiskLevel level,
        @Nullable TradingStateScope stateScope,
        List<Reason> denials,
        List<Reason> warnings,
        StepDocument checks) {

    public RiskVerdict {
        denials = List.copyOf(denials);
        warnings = List.copyOf(warnings);
    }

    /** A denial for a reason that needs no checks. */
    static RiskVerdict denied(Reason why) {
        return new RiskVerdict(false, RiskLevel.CRITICAL, null, List.of(why), List.of(), new StepDocument("[]"));
    }

    /**
     * Whether an exit was denied because risk takes it for an entry, which needs a stop. A halt, or an archived
     * account, denies exits as well.
     */
    boolean takesForEntry() {
        return denies(RiskReason.STOP_MISSING)
                && !denies(RiskReason.TRADING_HALTED)
                && !denies(RiskReason.ACCOUNT_ARCHIVED);
    }

    private boolean denies(RiskReason reason) {
        return denials.stream().anyMatch(denial -> denial.code().equals(reason.name()));
    }

    /** The denial to name first. */
    Reason denial() {
        return denials.isEmpty() ? TradeReason.RISK_DENIED.reason() : denials.getFirst();
    }
}
