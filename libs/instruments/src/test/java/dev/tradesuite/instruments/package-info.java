/** Tests of units, catalogue, conversion and position figures. */
@NullMarked
package dev.tradesuite.instruments;

import org.jspecify.annotations.NullMarked;
