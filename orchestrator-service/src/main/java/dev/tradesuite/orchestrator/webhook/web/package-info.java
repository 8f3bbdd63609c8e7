/** Webhooks over HTTP: made and removed with a token of the suite, called with the token in their address. */
@NullMarked
package dev.tradesuite.orchestrator.webhook.web;

import org.jspecify.annotations.NullMarked;
