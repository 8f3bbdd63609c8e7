/** Made-up markets: any bar follows from seed, symbol and day alone. */
@NullMarked
package dev.tradesuite.brain.feed.simulated;

import org.jspecify.annotations.NullMarked;
