/**
 * What happened anywhere in the suite, the newest first, and which of it somebody should know of: a notification is an
 * activity with a topic.
 *
 * <p>Read {@link dev.tradesuite.signals.activity.ActivityService} first. Most of it comes from the events of other
 * services; {@link dev.tradesuite.signals.activity.WatchService} finds out what no event tells: feeds that are late,
 * controllers that are offline, limits that are near and jobs that are over.
 */
@NullMarked
package dev.tradesuite.signals.activity;

import org.jspecify.annotations.NullMarked;
