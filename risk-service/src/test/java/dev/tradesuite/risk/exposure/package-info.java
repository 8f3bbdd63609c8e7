@NullMarked
package dev.tradesuite.risk.exposure;

import org.jspecify.annotations.NullMarked;
