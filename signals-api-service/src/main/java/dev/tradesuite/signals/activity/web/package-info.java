/** Activity and notifications over REST. */
@NullMarked
package dev.tradesuite.signals.activity.web;

import org.jspecify.annotations.NullMarked;
