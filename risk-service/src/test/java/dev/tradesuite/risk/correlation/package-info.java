@NullMarked
package dev.tradesuite.risk.correlation;

import org.jspecify.annotations.NullMarked;
