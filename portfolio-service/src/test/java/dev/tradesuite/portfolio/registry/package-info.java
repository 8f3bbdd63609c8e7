/** Tests of the registry. */
@NullMarked
package dev.tradesuite.portfolio.registry;

import org.jspecify.annotations.NullMarked;
