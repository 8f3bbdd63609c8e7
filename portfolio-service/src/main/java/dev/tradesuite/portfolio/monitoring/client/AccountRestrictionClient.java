package dev.tradesuite.portfolio.monitoring.client;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.portfolio.monitoring.AccountRestrictions;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Restricts accounts at risk-service, which never loosens a state by this. */
@Component
final class AccountRestrictionClient implements AccountRestrictions {

    private final AccountStatesApi risk;

    AccountRestrictionClient(AccountStatesApi risk) {
        this.risk = risk;
    }

    @Override
    public Optional<String> reduceOnly(String accountId, String cause) {
        try {
            var _ = risk.change(ChangeTradingStateRequest.stricter(
                    TradingStateScope.ACCOUNT, accountId, TradingState.REDUCE_ONLY, cause));
            return Optional.empty();
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
