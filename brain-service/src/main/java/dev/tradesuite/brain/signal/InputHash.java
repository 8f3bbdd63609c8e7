package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.support.Sha256;
import java.time.Instant;
import java.util.List;

/**
 * SHA-256 over everything that went into a decision, so that a decision can be told apart and replayed.
 *
 * <p>Over these lines, each ended by a line feed: model and version, symbol, timeframe, the moment decided for, where
 * the data came from, the {@linkplain dev.tradesuite.brain.indicator.CandleFingerprint fingerprint} of the candles, the
 * caller's readings, the caller's votes where there are any, the caller's price or {@code -}, and every advisor's
 * opinion that was looked at. The same question asked again with {@code as_of} set to the moment of the first answer
 * has the same hash when nothing else changed.
 */
final class InputHash {

    private InputHash() {}

    static String of(
            ModelVersion model,
            SignalQuestion question,
            Instant asOf,
            SignalInput input,
            List<AdvisorOpinion> opinions) {
        return Sha256.hex(String.join(
                "\n",
                model.model() + " " + model.version(),
                question.symbol(),
                question.timeframe().name(),
                asOf.toString(),
                input.source().name(),
                input.fingerprint().sha256(),
                question.readings().toString() + (question.votes().isEmpty() ? "" : "\n" + question.votes()),
                question.price().isPresent() ? Double.toString(question.price().getAsDouble()) : "-",
                opinions.toString(),
                ""));
    }
}
