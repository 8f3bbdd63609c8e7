/** Jobs over HTTP. */
@NullMarked
package dev.tradesuite.signals.job.web;

import org.jspecify.annotations.NullMarked;
