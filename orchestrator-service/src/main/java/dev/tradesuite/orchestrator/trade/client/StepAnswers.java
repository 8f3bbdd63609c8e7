package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failing calls into answers that are missing. */
final class StepAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(StepAnswers.class);

    private StepAnswers() {}

    /** @param missing reason to give when there is no answer */
    static <T> StepAnswer<T> of(TradeReason missing, Supplier<T> call) {
        try {
            return new StepAnswer.Given<>(call.get());
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            LOG.warn("{}: {}", missing, e.getMessage());
            return new StepAnswer.Missing<>(missing.reason("%s %s.".formatted(missing.sentence(), e.getMessage())));
        }
    }
}
