@NullMarked
package dev.tradesuite.signals.series.web;

import org.jspecify.annotations.NullMarked;
