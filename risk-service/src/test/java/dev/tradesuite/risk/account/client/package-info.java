@NullMarked
package dev.tradesuite.risk.exposure.wire;

import org.jspecify.annotations.NullMarked;
