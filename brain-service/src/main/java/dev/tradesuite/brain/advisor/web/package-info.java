/** Endpoint of the opinions. */
@NullMarked
package dev.tradesuite.brain.advisor.web;

import org.jspecify.annotations.NullMarked;
