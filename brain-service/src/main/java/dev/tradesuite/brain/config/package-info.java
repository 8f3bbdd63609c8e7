/** Creates the domain objects of the service as beans and reads their settings. */
@NullMarked
package dev.tradesuite.brain.config;

import org.jspecify.annotations.NullMarked;
