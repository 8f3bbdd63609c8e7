/**
 * How a service starts: default settings, the features it declares, and clear sentences for mistakes in its settings.
 *
 * <p>{@link dev.tradesuite.support.boot.SuiteDefaults} holds every default in one place; anything a service or an
 * operator sets wins over it.
 */
@NullMarked
package dev.tradesuite.support.boot;

import org.jspecify.annotations.NullMarked;
