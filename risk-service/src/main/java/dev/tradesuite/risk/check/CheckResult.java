package dev.tradesuite.risk.check;

/** Outcome of one check. */
public sealed interface CheckResult {

    /** Which check it was. */
    RiskCheck check();

    /** What it measured. */
    Reading reading();

    /** Why it came out so. */
    CheckReason reason();

    /** The reason with the figures of this case. */
    String message();

    /** The check allows the trade. */
    record Passed(RiskCheck check, Reading reading, CheckReason reason, String message) implements CheckResult {}

    /** The check allows the trade, but a limit is near or something could not be evaluated. */
    record Warned(RiskCheck check, Reading reading, CheckReason reason, String message) implements CheckResult {}

    /** The check denies the trade. */
    record Failed(RiskCheck check, Reading reading, CheckReason reason, String message) implements CheckResult {}

    /** How near the limit is. */
    default Level level() {
        return switch (this) {
            case Passed _ -> Level.SAFE;
            case Warned _ -> Level.WARNING;
            case Failed _ -> Level.CRITICAL;
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
        return level() != Level.CRITICAL;
    }
}
