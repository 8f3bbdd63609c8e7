/** Programs the build runs on itself. Start with {@link dev.tradesuite.build.SourceFormat}. */
@NullMarked
package dev.tradesuite.build;

import org.jspecify.annotations.NullMarked;
