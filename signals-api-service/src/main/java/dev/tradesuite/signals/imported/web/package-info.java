/** Imports of recorded trades over HTTP. */
@NullMarked
package dev.tradesuite.signals.imported.web;

import org.jspecify.annotations.NullMarked;
