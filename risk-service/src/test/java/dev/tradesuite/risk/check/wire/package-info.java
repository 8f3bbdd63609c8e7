@NullMarked
package dev.tradesuite.risk.check.wire;

import org.jspecify.annotations.NullMarked;
