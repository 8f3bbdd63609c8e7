package dev.tradesuite.orchestrator.stop.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.orchestrator.stop.StopAnswer;
import dev.tradesuite.orchestrator.stop.StopHalt;
import dev.tradesuite.orchestrator.stop.StopStates;
import dev.tradesuite.orchestrator.stop.TradingStop;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Trading states over HTTP. */
@Component
final class StopStatesClient implements StopStates {

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST_CAUSE = 500;

    private final StopStatesApi api;

    StopStatesClient(StopStatesApi api) {
        this.api = api;
    }

    @Override
    public Outcome restrict(TradingStop.Wish wish, TradingState state) {
        boolean all = wish.accountId() == null;
        return set(ChangeTradingStateRequest.stricter(
                all ? TradingStateScope.ALL : TradingStateScope.ACCOUNT,
                wish.accountId(),
                state,
                cut(cause(wish), LONGEST_CAUSE)));
    }

    @Override
    public StopAnswer<List<StopHalt>> halted(TradingStop.Wish wish) {
        boolean all = wish.accountId() == null;
        try {
            return new StopAnswer.Told<>(api.states(all ? null : TradingStateScope.ACCOUNT, wish.accountId()).stream()
                    .filter(state -> state.state() == TradingState.HALTED)
                    .map(StopStatesClient::halt)
                    .toList());
        } catch (RemoteProblemException e) {
            return new StopAnswer.Unanswered<>(why(e));
        } catch (ServiceUnavailableException e) {
            return new StopAnswer.Unanswered<>(why(e));
        }
    }

    private static StopHalt halt(TradingStateInfo state) {
        return new StopHalt(state.scope(), state.id(), state.cause(), state.changedBy(), state.changedAt(), false);
    }

    @Override
    public Outcome giveWay(TradingStop.Wish wish, StopHalt halt) {
        return set(new ChangeTradingStateRequest(
                halt.scope(), halt.id(), TradingState.REDUCE_ONLY, cut(cause(wish), LONGEST_CAUSE), null, halt.at()));
    }

    /** Why it was halted before is kept, as the one who ends it asks for that. */
    @Override
    public Outcome haltAgain(TradingStop.Wish wish, StopHalt halt) {
        String since = " (by %s; halted again, %s)".formatted(halt.by(), cause(wish));
        String cause = cut(halt.cause(), Math.max(LONGEST_CAUSE - since.length(), 1)) + since;
        return set(ChangeTradingStateRequest.stricter(
                halt.scope(), halt.id(), TradingState.HALTED, cut(cause, LONGEST_CAUSE)));
    }

    private Outcome set(ChangeTradingStateRequest request) {
        try {
            api.change(request);
            return new Outcome.Set();
        } catch (RemoteProblemException e) {
            return e.status() == NOT_FOUND || e.status() == BAD_REQUEST
                    ? new Outcome.Refused(why(e))
                    : new Outcome.Unanswered(why(e));
        } catch (ServiceUnavailableException e) {
            return new Outcome.Unanswered(why(e));
        }
    }

    private static String cause(TradingStop.Wish wish) {
        return "%s stopped trading: %s".formatted(wish.by(), wish.reason());
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static Reason why(RemoteProblemException e) {
        return new Reason(
                String.valueOf(e.problem().code()), String.valueOf(e.problem().detail()));
    }

    private static Reason why(ServiceUnavailableException e) {
        return TradeReason.RISK_UNAVAILABLE.reason(String.valueOf(e.getMessage()));
    }
}
