/**
 * Trained models: the versions in use, read from a folder, each in place of the rule that stands in for it.
 *
 * <p>Read {@link dev.tradesuite.brain.model.trained.TrainedBarModel} first;
 * {@link dev.tradesuite.brain.model.trained.TrainedVersions} keeps up with the folder.
 */
@NullMarked
package dev.tradesuite.brain.model.trained;

import org.jspecify.annotations.NullMarked;
