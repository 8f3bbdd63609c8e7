/**
 * Brain, sizing, risk and the books, asked over HTTP.
 *
 * <p>Each interface has the calls this service makes and no others. What cannot be answered becomes an
 * {@link dev.tradesuite.orchestrator.trade.StepAnswer.Missing} with its reason in one place, {@code StepAnswers}.
 */
@NullMarked
package dev.tradesuite.orchestrator.trade.client;

import org.jspecify.annotations.NullMarked;
