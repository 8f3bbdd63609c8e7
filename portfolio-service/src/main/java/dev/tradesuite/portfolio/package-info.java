/**
 * Strategies as assets: which there are, and how much capital each of them deserves.
 *
 * <p>Read {@link dev.tradesuite.portfolio.registry.RegistryService} first. The service never writes the books: what it
 * decides goes through the orders of the orchestrator.
 */
@NullMarked
package dev.tradesuite.portfolio;

import org.jspecify.annotations.NullMarked;
