/** Binding of bodies, in the cases a controller rarely meets. */
@NullMarked
package dev.tradesuite.support.problem;

import org.jspecify.annotations.NullMarked;
