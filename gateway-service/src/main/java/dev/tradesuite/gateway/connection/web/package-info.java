/** Watches every connection below the HTTP server. */
@NullMarked
package dev.tradesuite.gateway.connection.web;

import org.jspecify.annotations.NullMarked;
