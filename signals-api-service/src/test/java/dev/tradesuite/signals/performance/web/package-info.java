@NullMarked
package dev.tradesuite.signals.performance.web;

import org.jspecify.annotations.NullMarked;
