@NullMarked
package dev.tradesuite.quant.swing;

import org.jspecify.annotations.NullMarked;
