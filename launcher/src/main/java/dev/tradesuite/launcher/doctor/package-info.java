/**
 * Looks at the machine and says what would keep the suite from running well.
 *
 * <p>{@link dev.tradesuite.launcher.doctor.Doctor} runs every check; each answers with a
 * {@link dev.tradesuite.launcher.doctor.MachineFinding}.
 */
@NullMarked
package dev.tradesuite.launcher.doctor;

import org.jspecify.annotations.NullMarked;
