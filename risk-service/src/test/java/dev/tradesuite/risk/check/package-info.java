@NullMarked
package dev.tradesuite.risk.check;

import org.jspecify.annotations.NullMarked;
