@NullMarked
package dev.tradesuite.quant.risk;

import org.jspecify.annotations.NullMarked;
