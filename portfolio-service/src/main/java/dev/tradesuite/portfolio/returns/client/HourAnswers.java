package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.portfolio.returns.HourEquity;
import dev.tradesuite.portfolio.returns.HourlySource.Answer;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Hours of sources, with what goes wrong on the way as a reason. */
final class HourAnswers {

    private HourAnswers() {}

    /** Those after a moment, and the last before. */
    static Answer of(Instant after, Supplier<List<HourEquity>> question) {
        try {
            List<HourEquity> ends = question.get();
            int first = 0;
            while (first + 1 < ends.size() && !ends.get(first + 1).end().isAfter(after)) {
                first++;
            }
            return ends.isEmpty()
                    ? new Answer.Unknown(Reason.of(
                            ReturnReason.SOURCE_WITHOUT_EQUITY, ReturnReason.SOURCE_WITHOUT_EQUITY.sentence()))
                    : new Answer.Hours(ends.subList(first, ends.size()));
        } catch (ServiceUnavailableException e) {
            return new Answer.Away(Reason.of(ReturnReason.SOURCE_NOT_ANSWERING, String.valueOf(e.getMessage())));
        } catch (RemoteProblemException e) {
            return new Answer.Unknown(Reason.of(ReturnReason.SOURCE_REFUSES, String.valueOf(e.getMessage())));
        }
    }
}
