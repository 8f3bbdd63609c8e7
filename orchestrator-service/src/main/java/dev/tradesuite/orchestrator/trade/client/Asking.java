package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.Cause;
import dev.tradesuite.orchestrator.trade.Answer;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failing calls into answers that are missing. */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private Asking() {}

    /** @param missing reason to give when there is no answer */
    static <T> Answer<T> ask(TradeReason missing, Supplier<T> call) {
        try {
            return new Answer.Given<>(call.get());
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            LOG.warn("{}: {}", missing, e.getMessage());
            return new Answer.Missing<>(Cause.of(missing, "%s %s.".formatted(missing.sentence(), e.getMessage())));
        }
    }

    /** Reasons of another service, with their own codes. */
    static List<Cause> causes(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Cause(reason.code(), reason.message()))
                .toList();
    }
}
