/** Tests of the mapping between the contracts and the domain. */
@NullMarked
package dev.tradesuite.sizing.position.web;

import org.jspecify.annotations.NullMarked;
