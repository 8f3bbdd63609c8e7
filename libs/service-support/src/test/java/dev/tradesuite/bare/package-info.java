/** A service with nothing but a web server; it shows what is left out, and how mistakes are told. */
@NullMarked
package dev.tradesuite.bare;

import org.jspecify.annotations.NullMarked;
