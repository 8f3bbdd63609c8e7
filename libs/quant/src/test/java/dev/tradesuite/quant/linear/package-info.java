@NullMarked
package dev.tradesuite.quant.linear;

import org.jspecify.annotations.NullMarked;
