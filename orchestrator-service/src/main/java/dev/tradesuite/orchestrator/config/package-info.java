/**
 * Makes the objects of the features from the settings and the adapters.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.config.OrchestratorConfiguration}.
 */
@NullMarked
package dev.tradesuite.orchestrator.config;

import org.jspecify.annotations.NullMarked;
