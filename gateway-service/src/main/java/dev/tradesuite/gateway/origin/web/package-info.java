/** Looks at the origin of an upgrade. */
@NullMarked
package dev.tradesuite.gateway.origin.web;

import org.jspecify.annotations.NullMarked;
