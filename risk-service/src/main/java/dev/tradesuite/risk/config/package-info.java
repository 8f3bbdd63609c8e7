/**
 * Settings of the service, and the objects of the domain made from them.
 *
 * <p>Read {@link dev.tradesuite.risk.config.RiskSettings} first.
 */
@NullMarked
package dev.tradesuite.risk.config;

import org.jspecify.annotations.NullMarked;
