/** Events of other services as activities, and activities on the feed. */
@NullMarked
package dev.tradesuite.signals.activity.messaging;

import org.jspecify.annotations.NullMarked;
