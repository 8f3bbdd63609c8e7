@NullMarked
package dev.tradesuite.quant.moment;

import org.jspecify.annotations.NullMarked;
