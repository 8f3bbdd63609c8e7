/**
 * What trained models are made from and how they are asked, in plain Java: no framework, no native library, no clock.
 *
 * <p>Training and serving take features, labels' barriers and calibration from here, so they cannot differ. Read
 * {@link dev.tradesuite.learning.model.TrainedModel} first: closed bars in, an answer out.
 * {@link dev.tradesuite.learning.feature} says what a model sees of the bars, {@link dev.tradesuite.learning.label}
 * what it is to foretell, {@link dev.tradesuite.learning.validation} on which bars it may be judged,
 * {@link dev.tradesuite.learning.policy} how a policy learns, {@link dev.tradesuite.learning.tree} how trees of other
 * programs are evaluated, {@link dev.tradesuite.learning.report} what a model is worth.
 */
@NullMarked
package dev.tradesuite.learning;

import org.jspecify.annotations.NullMarked;
