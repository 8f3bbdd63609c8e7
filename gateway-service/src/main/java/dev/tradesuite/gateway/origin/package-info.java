/**
 * From which pages a WebSocket may be opened. A browser lets every page open one, whoever it belongs to, and asks
 * nobody: so the door looks at where the page is from.
 */
@NullMarked
package dev.tradesuite.gateway.origin;

import org.jspecify.annotations.NullMarked;
