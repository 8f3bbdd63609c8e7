/** The status over HTTP, the questions to the services, and the count of what passes. */
@NullMarked
package dev.tradesuite.gateway.system.web;

import org.jspecify.annotations.NullMarked;
