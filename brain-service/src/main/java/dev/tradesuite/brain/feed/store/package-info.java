/** Which instance runs a feed, and how it goes. */
@NullMarked
package dev.tradesuite.brain.feed.store;

import org.jspecify.annotations.NullMarked;
