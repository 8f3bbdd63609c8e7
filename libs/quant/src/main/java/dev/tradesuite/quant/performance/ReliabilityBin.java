package dev.tradesuite.quant.performance;

/**
 * Forecasts of about the same probability, and how often they came true.
 *
 * @param from lower end of the probabilities, included
 * @param to upper end, left out but for the last bin
 * @param count forecasts in it, at least 1
 * @param meanForecast their mean probability
 * @param hitRate share of them that came true
 */
public record ReliabilityBin(double from, double to, int count, double meanForecast, double hitRate) {}
