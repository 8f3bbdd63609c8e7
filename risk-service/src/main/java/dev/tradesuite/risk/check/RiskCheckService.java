package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.check.TradeQuestion.Subject.Remembered;
import dev.tradesuite.risk.check.TradeQuestion.Subject.WhatIf;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Answers whether a trade may be made, and changes nothing by answering. */
public final class RiskCheckService {

    private final PreTradeChecks checks;
    private final AccountViews accounts;
    private final CorrelationSource correlations;
    private final NewestPrices prices;
    private final InstrumentCatalog catalog;
    private final RiskDay riskDay;
    private final Clock clock;

    public RiskCheckService(
            PreTradeChecks checks,
            AccountViews accounts,
            CorrelationSource correlations,
            NewestPrices prices,
            InstrumentCatalog catalog,
            RiskDay riskDay,
            Clock clock) {
        this.checks = checks;
        this.accounts = accounts;
        this.correlations = correlations;
        this.prices = prices;
        this.catalog = catalog;
        this.riskDay = riskDay;
        this.clock = clock;
    }

    /**
     * Assesses the trade on the account as it is, or as it might be. Before a trade without a stop is denied, which is
     * the way out of something as a rule, the books are asked whether they hold more than is known here.
     */
    public TradeAssessment assess(TradeQuestion question) {
        TradeAssessment assessment = assess(question, accounts::view);
        return !assessment.allowed()
                        && question.account() instanceof Remembered
                        && question.trade().stopPrice() == null
                ? assess(question, accounts::newestView)
                : assessment;
    }

    private TradeAssessment assess(TradeQuestion question, BiFunction<String, TradeSubjects, AccountView> remembered) {
        Instant now = clock.instant();
        AccountView account = view(question, remembered, now);
        return correlations.conclude(question.window(), known -> checks.assess(question.trade(), account, known, now));
    }

    private AccountView view(
            TradeQuestion question, BiFunction<String, TradeSubjects, AccountView> remembered, Instant now) {
        return switch (question.account()) {
            case Remembered(String id) ->
                switch (remembered.apply(id, question.about())) {
                    case AccountView.Known(AccountSnapshot snapshot) ->
                        new AccountView.Known(with(question, snapshot, RiskHolding.Standing.WHAT_IF));
                    case AccountView.Unknown unknown -> unknown;
                };
            case WhatIf whatIf -> new AccountView.Known(whatIf(question, whatIf, now));
        };
    }

    /** The positions that come with a what-if account are its books; margin stated for it includes theirs. */
    private AccountSnapshot whatIf(TradeQuestion question, WhatIf account, Instant now) {
        BigDecimal marginUsed = account.marginUsed();
        AccountFigures figures = new AccountFigures(
                account.currency(),
                account.equity(),
                now,
                riskDay.of(now),
                account.dayStartEquity(),
                account.highWaterMark(),
                BigDecimal.ZERO,
                false,
                marginUsed == null ? BigDecimal.ZERO : marginUsed,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                accounts.defaultLimits());
        AccountSnapshot bare =
                new AccountSnapshot(figures, List.of(), Figure.zero(), accounts.states(question.about()));
        AccountSnapshot full = with(question, bare, RiskHolding.Standing.BOOKED);
        return marginUsed == null ? full : full.withWhatIfMargin(Figure.zero());
    }

    private AccountSnapshot with(TradeQuestion question, AccountSnapshot account, RiskHolding.Standing standing) {
        String currency = account.figures().currency();
        Priced priced = priced(question, currency);
        List<RiskHolding> holdings = new ArrayList<>(account.holdings());
        Figure margin = account.whatIfMargin();
        for (WhatIfPosition position : priced.positions) {
            holdings.add(position.holding(priced.rates, currency, standing));
            margin = margin.plus(position.margin(priced.rates, currency));
        }
        return new AccountSnapshot(account.figures(), holdings, margin, account.states());
    }

    /** Positions with the prices that value them: those sent along, and only where these do not do, stored ones. */
    private Priced priced(TradeQuestion question, String currency) {
        ConversionRates sent = question.trade().rates();
        Set<String> needed = new LinkedHashSet<>();
        for (WhatIfPosition position : question.whatIfPositions()) {
            if (position.needsPrices(sent, currency)) {
                needed.add(position.instrument().symbol());
                needed.addAll(catalog.symbolsToConvert(position.instrument().quote(), currency));
            }
        }
        if (needed.isEmpty()) {
            return new Priced(question.whatIfPositions(), sent);
        }
        Map<String, BigDecimal> stored = prices.of(needed);
        Map<String, BigDecimal> rates = new HashMap<>(stored);
        rates.keySet().removeIf(symbol -> catalog.currencyPair(symbol).isEmpty());
        rates.putAll(question.conversionRates());
        ProposedTrade trade = question.trade();
        return new Priced(
                question.whatIfPositions().stream()
                        .map(position -> position.pricedFrom(stored))
                        .toList(),
                ConversionRates.of(catalog, rates).with(trade.instrument(), trade.entryPrice()));
    }

    private record Priced(List<WhatIfPosition> positions, ConversionRates rates) {}
}
