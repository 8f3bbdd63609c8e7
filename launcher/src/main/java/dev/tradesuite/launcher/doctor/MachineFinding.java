package dev.tradesuite.launcher.doctor;

/**
 * What one check found.
 *
 * @param level how serious it is
 * @param subject what was looked at
 * @param text what was found, with the fix when it is not well
 */
public record MachineFinding(Level level, String subject, String text) {

    /** How serious a finding is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** The suite runs, but not as well as it could. */
        WARN,
        /** The suite does not run. */
        FAIL
    }

    static MachineFinding ok(String subject, String text) {
        return new MachineFinding(Level.OK, subject, text);
    }

    static MachineFinding warn(String subject, String text) {
        return new MachineFinding(Level.WARN, subject, text);
    }

    static MachineFinding fail(String subject, String text) {
        return new MachineFinding(Level.FAIL, subject, text);
    }
}
