/** Answers browsers with the app, and programs with nothing but its files. */
@NullMarked
package dev.tradesuite.gateway.dashboard.web;

import org.jspecify.annotations.NullMarked;
