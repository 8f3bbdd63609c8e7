@NullMarked
package dev.tradesuite.risk.limit;

import org.jspecify.annotations.NullMarked;
