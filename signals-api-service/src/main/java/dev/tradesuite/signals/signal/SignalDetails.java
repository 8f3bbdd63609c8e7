package dev.tradesuite.signals.signal;

import java.util.Optional;

/**
 * Why a model said what it said, and what came of it.
 *
 * @param explained the signal with what it rests on
 * @param languageModel what the language model said about the same bar; empty for models that do not hear it
 * @param account what the account did
 */
public record SignalDetails(
        ExplainedSignal explained, Optional<ExplainedSignal> languageModel, AccountOutcome account) {}
