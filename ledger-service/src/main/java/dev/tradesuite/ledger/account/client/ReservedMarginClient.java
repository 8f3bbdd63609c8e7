package dev.tradesuite.ledger.account.client;

import dev.tradesuite.ledger.account.ReservedMargin;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Asks risk-service; offline it is answered as a problem, and nothing is withdrawn. */
@Component
final class ReservedMarginClient implements ReservedMargin {

    private final AccountRiskApi risk;

    ReservedMarginClient(AccountRiskApi risk) {
        this.risk = risk;
    }

    @Override
    public BigDecimal of(String accountId) {
        return risk.account(accountId).reservedMargin().max(BigDecimal.ZERO);
    }
}
