/** Takes closed bars in and publishes what is said about them. */
@NullMarked
package dev.tradesuite.brain.bar.messaging;

import org.jspecify.annotations.NullMarked;
