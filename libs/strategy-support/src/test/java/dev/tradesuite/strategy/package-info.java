/** Tests of what controllers share. */
@NullMarked
package dev.tradesuite.strategy;

import org.jspecify.annotations.NullMarked;
