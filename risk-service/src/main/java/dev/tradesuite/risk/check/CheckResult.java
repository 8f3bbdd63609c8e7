package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;

/** Outcome of one check. */
public sealed interface CheckResult {

    /** Which check it was. */
    RiskCheckName check();

    /** What it measured. */
    Reading reading();

    /** Why it came out so. */
    RiskReason reason();

    /** The reason with the figures of this case. */
    String message();

    /** The check allows the trade. */
    record Passed(RiskCheckName check, Reading reading, RiskReason reason, String message) implements CheckResult {}

    /** The check allows the trade, but a limit is near or something could not be evaluated. */
    record Warned(RiskCheckName check, Reading reading, RiskReason reason, String message) implements CheckResult {}

    /** The check denies the trade. */
    record Failed(RiskCheckName check, Reading reading, RiskReason reason, String message) implements CheckResult {}

    /** How near the limit is. */
    default RiskLevel level() {
        return switch (this) {
            case Passed _ -> RiskLevel.SAFE;
            case Warned _ -> RiskLevel.WARNING;
            case Failed _ -> RiskLevel.CRITICAL;
        };
    }

    /** The same outcome with another message. */
    default CheckResult saying(String message) {
        return switch (this) {
            case Passed(var check, var reading, var reason, var _) -> new Passed(check, reading, reason, message);
            case Warned(var check, var reading, var reason, var _) -> new Warned(check, reading, reason, message);
            case Failed(var check, var reading, var reason, var _) -> new Failed(check, reading, reason, message);
        };
    }

    /** Says whether the check allows the trade. */
    default boolean allows() {
        return level() != RiskLevel.CRITICAL;
    }
}
