/** Tests of the catalogue over HTTP. */
@NullMarked
package dev.tradesuite.sizing.instrument.web;

import org.jspecify.annotations.NullMarked;
