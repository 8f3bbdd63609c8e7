/**
 * Markets as the Gamma API of Polymarket writes them, and the API itself.
 *
 * <p>Read {@link dev.tradesuite.market.gamma.GammaReader} first: it knows the faults of that JSON and is shared with
 * the file source. {@link dev.tradesuite.market.gamma.GammaMarketSource} pages through the API with it.
 */
@NullMarked
package dev.tradesuite.market.gamma;

import org.jspecify.annotations.NullMarked;
