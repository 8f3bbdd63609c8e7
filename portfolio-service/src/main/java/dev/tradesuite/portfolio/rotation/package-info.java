/**
 * Which strategies on paper or with money do not do what they should, and what becomes of them: proposals to reduce,
 * suspend, replace or retire, on evidence.
 *
 * <p>Read {@link dev.tradesuite.portfolio.rotation.RotationService}, then
 * {@link dev.tradesuite.portfolio.rotation.RotationJudge} for the rules and
 * {@link dev.tradesuite.portfolio.rotation.ProposalService} for what becomes of a proposal.
 */
@NullMarked
package dev.tradesuite.portfolio.rotation;

import org.jspecify.annotations.NullMarked;
