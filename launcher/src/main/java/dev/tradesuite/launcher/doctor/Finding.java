package dev.tradesuite.launcher.doctor;

/**
 * What one check found.
 *
 * @param level how serious it is
 * @param subject what was looked at
 * @param text what was found, with the fix when it is not well
 */
public record Finding(Level level, String subject, String text) {

    /** How serious a finding is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** The suite runs, but not as well as it could. */
        WARN,
        /** The suite does not run. */
        FAIL
    }

    static Finding ok(String subject, String text) {
        return new Finding(Level.OK, subject, text);
    }

    static Finding warn(String subject, String text) {
        return new Finding(Level.WARN, subject, text);
    }

    static Finding fail(String subject, String text) {
        return new Finding(Level.FAIL, subject, text);
    }
}
