package dev.tradesuite.portfolio.following.client;

import dev.tradesuite.contracts.ledger.StrategyHolding;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.portfolio.following.StrategyHoldings;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Holdings as ledger-service keeps them. */
@Component
final class StrategyHoldingsClient implements StrategyHoldings {

    private final StrategyHoldingsApi ledger;

    StrategyHoldingsClient(StrategyHoldingsApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public Answer held(FollowerKey key, String symbol) {
        try {
            return ledger.holdings(key.accountId(), key.strategy()).stream()
                    .filter(holding -> holding.symbol().equals(symbol)
                            && holding.strategy().equals(key.strategy())
                            && holding.lots().signum() != 0)
                    .findFirst()
                    .map(StrategyHoldingsClient::held)
                    .orElseGet(Answer.Nothing::new);
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            return new Answer.Unknown(Reason.of(
                    FollowingReason.BOOKS_AWAY,
                    "%s (%s)".formatted(FollowingReason.BOOKS_AWAY.sentence(), e.getMessage())));
        }
    }

    private static Answer held(StrategyHolding holding) {
        BigDecimal value = holding.value();
        return new Answer.Held(
                holding.lots().signum() > 0 ? Direction.LONG : Direction.SHORT,
                holding.lots().abs(),
                value == null ? null : value.abs());
    }
}
