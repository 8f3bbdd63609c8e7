/** The WebSocket: who may open it, what clients say and what the feed says to them. */
@NullMarked
package dev.tradesuite.signals.stream.web;

import org.jspecify.annotations.NullMarked;
