/**
 * What risk-service accepts and returns: assessments, reservations, limits and the trading state.
 *
 * <p>Read {@link dev.tradesuite.contracts.risk.RiskCheckRequest} and
 * {@link dev.tradesuite.contracts.risk.RiskAssessment} first.
 */
@NullMarked
package dev.tradesuite.contracts.risk;

import org.jspecify.annotations.NullMarked;
