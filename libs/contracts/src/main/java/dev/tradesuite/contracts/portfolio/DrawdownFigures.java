package dev.tradesuite.contracts.portfolio;

/**
 * How deep a portfolio fell below its highest value, positive fractions; the first loss counts.
 *
 * @param maximum deepest fall
 * @param average mean fall
 * @param conditional mean of the deepest falls beyond the confidence
 * @param ulcer root of the mean square
 * @param current fall at the end
 * @param observations periods
 */
public record DrawdownFigures(
        double maximum, double average, double conditional, double ulcer, double current, int observations) {}
