/**
 * Which strategies there are, where their returns come from and how far they have come.
 *
 * <p>Read {@link dev.tradesuite.portfolio.registry.RegistryService}.
 */
@NullMarked
package dev.tradesuite.portfolio.registry;

import org.jspecify.annotations.NullMarked;
