package dev.tradesuite.contracts.risk;

import java.time.Instant;
import java.util.List;

/**
 * How near an account is to its limits as it stands. {@code GET /api/v1/risk/accounts/{account}/headroom}
 *
 * @param account figures it was measured on
 * @param level the worst of all limits
 * @param limits the six, in the order of {@link RiskLimitName}
 * @param currencies what is held in each currency, the widest first; empty also when it is not known, which the limit
 *     {@code currency_exposure} then says
 * @param tradingState strictest state of the account and of everything
 * @param restrictions the states that make it so, with their causes; empty when ACTIVE
 * @param evaluatedAt when
 */
public record AccountHeadroom(
        AccountRisk account,
        RiskLevel level,
        List<LimitHeadroom> limits,
        List<CurrencyHeadroom> currencies,
        TradingState tradingState,
        List<TradingStateInfo> restrictions,
        Instant evaluatedAt) {

    public AccountHeadroom {
        limits = List.copyOf(limits);
        currencies = List.copyOf(currencies);
        restrictions = List.copyOf(restrictions);
    }
}
