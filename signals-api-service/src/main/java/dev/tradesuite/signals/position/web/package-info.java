/** Answers what positions the models hold. */
@NullMarked
package dev.tradesuite.signals.position.web;

import org.jspecify.annotations.NullMarked;
