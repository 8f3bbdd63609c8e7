/**
 * Recorded trades and equity of other systems, as runs of their own. Recorded profits are taken as they are; every
 * figure about them is computed here, from trades and equity, as for the models of the suite.
 *
 * <p>Read {@link dev.tradesuite.signals.imported.RecordImportService} first.
 */
@NullMarked
package dev.tradesuite.signals.imported;

import org.jspecify.annotations.NullMarked;
