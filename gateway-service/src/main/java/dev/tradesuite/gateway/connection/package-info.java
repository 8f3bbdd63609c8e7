/** How long a connection may take, and what of it is HTTP. Read ConnectionSettings first. */
@NullMarked
package dev.tradesuite.gateway.connection;

import org.jspecify.annotations.NullMarked;
