/** The routes, the page with the API descriptions, and what the root path tells. */
@NullMarked
package dev.tradesuite.gateway.route.web;

import org.jspecify.annotations.NullMarked;
