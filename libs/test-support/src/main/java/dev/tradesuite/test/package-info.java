/**
 * What tests share: a database, a broker and a token issuer started once for each JVM, and builders of test data.
 *
 * <p>Annotate an integration test with {@link dev.tradesuite.test.SuiteIntegrationTest} and inject a
 * {@link dev.tradesuite.test.SuiteClient}; {@link dev.tradesuite.test.SuiteArchitecture} holds the rules every service
 * obeys.
 */
@NullMarked
package dev.tradesuite.test;

import org.jspecify.annotations.NullMarked;
