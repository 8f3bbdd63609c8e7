package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.state.StateEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells how near an account is to its limits as it stands, and changes nothing by telling. */
public final class HeadroomService {

    private final Duration maxEquityAge;
    private final CountedRisk counted;
    private final AccountViews accounts;
    private final CorrelationSource correlations;
    private final RiskDay riskDay;
    private final Clock clock;

    /**
     * @param maxEquityAge equity older than this cannot be used while positions are open
     * @param counted what of the open risk the daily loss counts
     */
    public HeadroomService(
            Duration maxEquityAge,
            CountedRisk counted,
            AccountViews accounts,
            CorrelationSource correlations,
            RiskDay riskDay,
            Clock clock) {
        this.maxEquityAge = maxEquityAge;
        this.counted = counted;
        this.accounts = accounts;
        this.correlations = correlations;
        this.riskDay = riskDay;
        this.clock = clock;
    }

    /** The account beside its limits; empty when it is not known. */
    public Optional<StandingRisk> of(String accountId) {
        return switch (accounts.view(accountId, TradeSubjects.ACCOUNT_ALONE)) {
            case AccountView.Known(AccountSnapshot account) -> Optional.of(measure(account));
            case AccountView.Unknown _ -> Optional.empty();
        };
    }

    private StandingRisk measure(AccountSnapshot account) {
        Instant now = clock.instant();
        LocalDate today = riskDay.of(now);
        AccountSnapshot present =
                account.restrictedBy(restrictions(account, today)).rolledTo(today);
        return correlations.conclude(
                CorrelationSource.Window.NEWEST,
                known -> StandingLimits.measure(present, known, now.minus(maxEquityAge), counted, now));
    }

    private static List<StateEntry> restrictions(AccountSnapshot account, LocalDate today) {
        return account.states().stream()
                .filter(entry -> entry.on(today) != TradingState.ACTIVE)
                .toList();
    }
}
