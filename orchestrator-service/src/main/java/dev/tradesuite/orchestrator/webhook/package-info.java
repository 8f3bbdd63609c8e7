/**
 * Alerts from charts: an address for each strategy, whose secret part proves who sends.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.webhook.AlertService} for what happens to an alert and
 * {@link dev.tradesuite.orchestrator.webhook.AlertText} for what one may look like.
 */
@NullMarked
package dev.tradesuite.orchestrator.webhook;

import org.jspecify.annotations.NullMarked;
