/** Tests of what the lifecycle says over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.lifecycle.web;

import org.jspecify.annotations.NullMarked;
