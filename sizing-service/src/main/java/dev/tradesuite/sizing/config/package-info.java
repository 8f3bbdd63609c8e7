/**
 * Settings of the service, and what is made of them at the start: the catalogue and the rules about symbols.
 *
 * <p>Read {@link dev.tradesuite.sizing.config.SizingConfiguration} first.
 */
@NullMarked
package dev.tradesuite.sizing.config;

import org.jspecify.annotations.NullMarked;
