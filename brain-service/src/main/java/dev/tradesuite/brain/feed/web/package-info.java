/** Endpoints of the feeds. */
@NullMarked
package dev.tradesuite.brain.feed.web;

import org.jspecify.annotations.NullMarked;
