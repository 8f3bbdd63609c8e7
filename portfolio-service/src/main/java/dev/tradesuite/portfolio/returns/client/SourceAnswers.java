package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.portfolio.returns.DayEquity;
import dev.tradesuite.portfolio.returns.EquitySource.Answer;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.List;
import java.util.function.Supplier;

/** Answers of sources, with what goes wrong on the way as a reason. */
final class SourceAnswers {

    private SourceAnswers() {}

    static Answer of(Supplier<List<DayEquity>> question) {
        try {
            List<DayEquity> ends = question.get();
            return ends.isEmpty()
                    ? unknown(ReturnReason.SOURCE_WITHOUT_EQUITY, ReturnReason.SOURCE_WITHOUT_EQUITY.sentence())
                    : new Answer.Ends(ends);
        } catch (ServiceUnavailableException e) {
            return unknown(ReturnReason.SOURCE_NOT_ANSWERING, String.valueOf(e.getMessage()));
        } catch (RemoteProblemException e) {
            return unknown(ReturnReason.SOURCE_REFUSES, String.valueOf(e.getMessage()));
        }
    }

    private static Answer unknown(ReturnReason why, String message) {
        return new Answer.Unknown(Reason.of(why, message));
    }
}
