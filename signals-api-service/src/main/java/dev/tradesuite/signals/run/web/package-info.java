/** Lists the runs. */
@NullMarked
package dev.tradesuite.signals.run.web;

import org.jspecify.annotations.NullMarked;
