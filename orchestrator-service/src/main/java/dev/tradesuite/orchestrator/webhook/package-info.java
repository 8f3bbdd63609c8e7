/**
 * Alerts from charts: an address for each strategy, whose secret part proves who sends.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.webhook.AlertText} for what an alert may look like and
 * {@link dev.tradesuite.orchestrator.webhook.Webhooks} for what is kept.
 */
@NullMarked
package dev.tradesuite.orchestrator.webhook;

import org.jspecify.annotations.NullMarked;
