@NullMarked
package dev.tradesuite.signals;

import org.jspecify.annotations.NullMarked;
