/**
 * The token issuer: client credentials for programs, authorization code with PKCE for the dashboard.
 *
 * <p>{@link dev.tradesuite.launcher.issuer.IssuerPart} is the issuer as a part of the suite;
 * {@link dev.tradesuite.launcher.issuer.IssuerApplication} is its application context and
 * {@link dev.tradesuite.launcher.issuer.IssuerSettings} says for whom it issues what.
 */
@NullMarked
package dev.tradesuite.launcher.issuer;

import org.jspecify.annotations.NullMarked;
