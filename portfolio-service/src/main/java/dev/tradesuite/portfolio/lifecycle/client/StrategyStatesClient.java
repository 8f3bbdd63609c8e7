package dev.tradesuite.portfolio.lifecycle.client;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.portfolio.lifecycle.StrategyTradingStates;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Trading states of scope STRATEGY, at risk-service. */
@Component
final class StrategyStatesClient implements StrategyTradingStates {

    private static final int LONGEST_CAUSE = 500;

    private final StrategyStatesApi risk;

    StrategyStatesClient(StrategyStatesApi risk) {
        this.risk = risk;
    }

    @Override
    public Answer find(String code) {
        return answer(() -> risk.states(TradingStateScope.STRATEGY, code).stream()
                .findFirst()
                .map(StrategyStatesClient::current));
    }

    @Override
    public Answer change(String code, TradingState state, String cause) {
        return answer(() -> Optional.of(current(risk.change(new ChangeTradingStateRequest(
                TradingStateScope.STRATEGY,
                code,
                state,
                cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)))))));
    }

    private static Answer answer(Supplier<Optional<Current>> question) {
        try {
            return new Answer.Told(question.get());
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            return new Answer.NotTold(String.valueOf(e.getMessage()));
        }
    }

    private static Current current(TradingStateInfo info) {
        return new Current(info.state(), info.cause(), info.changedBy());
    }
}
