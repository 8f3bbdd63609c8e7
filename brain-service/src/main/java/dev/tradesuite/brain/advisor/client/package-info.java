/**
 * Advisors on the vendors' own Java SDKs.
 *
 * <p>Each asks for an answer in the form of {@link dev.tradesuite.brain.advisor.client.AdvisorAnswer} by the means the
 * vendor has for it; free text is never searched for meaning. Failures become
 * {@link dev.tradesuite.brain.advisor.Advice.Withheld}, with details that hold neither keys nor answers.
 */
@NullMarked
package dev.tradesuite.brain.advisor.client;

import org.jspecify.annotations.NullMarked;
