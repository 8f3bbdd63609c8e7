/**
 * The instruments that can be traded. The rules and the catalogue are those of the library
 * {@link dev.tradesuite.instruments}; this service shows them in its {@code web} package.
 */
@NullMarked
package dev.tradesuite.sizing.instrument;

import org.jspecify.annotations.NullMarked;
