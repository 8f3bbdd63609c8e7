/** Tests of what the registry says over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.registry.web;

import org.jspecify.annotations.NullMarked;
