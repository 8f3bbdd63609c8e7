/** Lists as tables, for spreadsheets. */
@NullMarked
package dev.tradesuite.support.table;

import org.jspecify.annotations.NullMarked;
