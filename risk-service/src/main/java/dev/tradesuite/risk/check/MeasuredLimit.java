package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskLimitName;
import dev.tradesuite.contracts.risk.RiskReason;

/**
 * How near an account is to one of its limits, without any new trade.
 *
 * @param name which limit
 * @param level how near; critical also when it cannot be measured
 * @param reading what was measured, beside the limit
 * @param reason why the level is what it is
 * @param message the reason with the figures of the account
 */
public record MeasuredLimit(RiskLimitName name, RiskLevel level, Reading reading, RiskReason reason, String message) {}
