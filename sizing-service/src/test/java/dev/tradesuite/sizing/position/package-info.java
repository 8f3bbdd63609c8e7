/** Tests of the sizing rules: worked arithmetic and properties over seeded trades. */
@NullMarked
package dev.tradesuite.sizing.position;

import org.jspecify.annotations.NullMarked;
