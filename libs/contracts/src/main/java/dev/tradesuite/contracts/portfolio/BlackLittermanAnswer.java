package dev.tradesuite.contracts.portfolio;

import java.util.List;
import java.util.Map;

/**
 * Expected returns and covariance after views; both can be the data of an optimisation.
 *
 * @param codes in the order of the matrix
 * @param prior returns of a year without the views, by code
 * @param expectedReturns of a year after the views, by code
 * @param covariance of a year after the views
 * @param weights largest quadratic utility of both, long only
 * @param warnings what should be known
 */
public record BlackLittermanAnswer(
        List<String> codes,
        Map<String, Double> prior,
        Map<String, Double> expectedReturns,
        CovarianceData covariance,
        Map<String, Double> weights,
        List<String> warnings) {}
