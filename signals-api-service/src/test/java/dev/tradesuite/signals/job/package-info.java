@NullMarked
package dev.tradesuite.signals.job;

import org.jspecify.annotations.NullMarked;
