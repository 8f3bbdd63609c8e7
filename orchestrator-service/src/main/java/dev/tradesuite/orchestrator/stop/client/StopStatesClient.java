package dev.tradesuite.orchestrator.stop.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.orchestrator.stop.StopStates;
import dev.tradesuite.orchestrator.stop.TradingStop;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import org.springframework.stereotype.Component;

/** Trading states over HTTP. */
@Component
final class StopStatesClient implements StopStates {

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final StopStatesApi api;

    StopStatesClient(StopStatesApi api) {
        this.api = api;
    }

    @Override
    public Outcome set(TradingStop.Wish wish, TradingState state, boolean loosen) {
        boolean all = wish.accountId() == null;
        try {
            api.change(new ChangeTradingStateRequest(
                    all ? TradingStateScope.ALL : TradingStateScope.ACCOUNT,
                    wish.accountId(),
                    state,
                    "%s stopped trading: %s".formatted(wish.by(), wish.reason()),
                    !loosen));
            return new Outcome.Set();
        } catch (RemoteProblemException e) {
            Reason why = new Reason(
                    String.valueOf(e.problem().code()),
                    String.valueOf(e.problem().detail()));
            return e.status() == NOT_FOUND || e.status() == BAD_REQUEST
                    ? new Outcome.Refused(why)
                    : new Outcome.Unanswered(why);
        } catch (ServiceUnavailableException e) {
            return new Outcome.Unanswered(TradeReason.RISK_UNAVAILABLE.reason(String.valueOf(e.getMessage())));
        }
    }
}
