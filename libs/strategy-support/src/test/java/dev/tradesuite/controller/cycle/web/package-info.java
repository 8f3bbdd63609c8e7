/** Tests of what controllers answer. */
@NullMarked
package dev.tradesuite.controller.cycle.web;

import org.jspecify.annotations.NullMarked;
