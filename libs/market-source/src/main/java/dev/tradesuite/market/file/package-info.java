/**
 * Markets from a file, in the JSON of the Gamma API: {@link dev.tradesuite.market.file.FileMarketSource}.
 *
 * <p>For trials on a recorded snapshot; the file may be replaced while the services run.
 */
@NullMarked
package dev.tradesuite.market.file;

import org.jspecify.annotations.NullMarked;
