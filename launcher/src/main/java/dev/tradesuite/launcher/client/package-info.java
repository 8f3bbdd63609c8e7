/**
 * Calls the launcher makes to a running suite: health, tokens, imports.
 *
 * <p>{@link dev.tradesuite.launcher.client.TokenClient} gets a bearer token;
 * {@link dev.tradesuite.launcher.client.CandleImportClient} uses one to send a file of candles.
 */
@NullMarked
package dev.tradesuite.launcher.client;

import org.jspecify.annotations.NullMarked;
