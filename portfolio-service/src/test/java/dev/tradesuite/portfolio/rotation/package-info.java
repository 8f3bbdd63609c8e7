/** Tests of rotation. */
@NullMarked
package dev.tradesuite.portfolio.rotation;

import org.jspecify.annotations.NullMarked;
