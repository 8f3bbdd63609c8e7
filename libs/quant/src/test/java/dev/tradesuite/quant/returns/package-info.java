@NullMarked
package dev.tradesuite.quant.returns;

import org.jspecify.annotations.NullMarked;
