/** Endpoints of the models. */
@NullMarked
package dev.tradesuite.brain.bar.web;

import org.jspecify.annotations.NullMarked;
