/** Every error of the gateway as a problem, in the format of the services behind it. */
@NullMarked
package dev.tradesuite.gateway.problem.web;

import org.jspecify.annotations.NullMarked;
