/** A small service that uses everything this module offers; the tests run against it. */
@NullMarked
package dev.tradesuite.sample;

import org.jspecify.annotations.NullMarked;
