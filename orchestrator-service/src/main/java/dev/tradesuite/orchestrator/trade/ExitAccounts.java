package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.orchestrator.order.OwnPositions;
import dev.tradesuite.orchestrator.order.OwnPositions.OwnPosition;
import dev.tradesuite.orchestrator.trade.AccountFunds.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what an exit needs to know of its account: the position and prices to book the fill with. Where the books do
 * not answer, or no young price leads to the currency of the account, the orders that made the position tell.
 */
final class ExitAccounts {

    private final TradeAccounts accounts;
    private final OwnPositions own;
    private final Conversion conversion;

    ExitAccounts(TradeAccounts accounts, OwnPositions own, Conversion conversion) {
        this.accounts = accounts;
        this.own = own;
        this.conversion = conversion;
    }

    /** The account with prices; its notices say what was made up for. */
    StepAnswer<Funding> find(
            String accountId, Instrument instrument, BigDecimal price, Map<String, BigDecimal> stated) {
        StepAnswer<AccountFunds> answer = accounts.account(accountId);
        if (answer instanceof StepAnswer.Given<AccountFunds>(AccountFunds funds)) {
            return new StepAnswer.Given<>(funded(accountId, funds, instrument, price, stated));
        }
        Reason why = ((StepAnswer.Missing<AccountFunds>) answer).why();
        Optional<OwnPosition> position = isSilent(why) ? own.of(accountId, instrument.symbol()) : Optional.empty();
        return position.<StepAnswer<Funding>>map(held -> {
                    Held known = new Held(instrument.symbol(), held.side(), held.lots());
                    AccountFunds funds = AccountFunds.withoutBooks(held.accountCurrency(), known);
                    Funding funding = funded(accountId, funds, instrument, price, stated);
                    return new StepAnswer.Given<>(funding.noting(TradeReason.POSITION_FROM_ORDERS.reason()));
                })
                .orElseGet(() -> new StepAnswer.Missing<>(why));
    }

    private Funding funded(
            String accountId,
            AccountFunds funds,
            Instrument instrument,
            BigDecimal price,
            Map<String, BigDecimal> stated) {
        Conversion.Prices found = conversion.find(instrument, price, stated, funds.currency(), null);
        if (found.complete() || funds.held(instrument.symbol()).isEmpty()) {
            return new Funding(funds, found);
        }
        Map<String, BigDecimal> prices = new HashMap<>(own.of(accountId, instrument.symbol())
                .map(OwnPosition::conversionPrices)
                .orElse(Map.of()));
        prices.putAll(found.byPair());
        Conversion.Prices last = conversion.find(instrument, price, prices, funds.currency(), null);
        List<Reason> notices = new ArrayList<>(found.notices());
        if (last.complete()) {
            notices.add(TradeReason.CONVERSION_RATE_STALE.reason(
                    "No young price leads from %s to %s; those of the last entry are used."
                            .formatted(instrument.quote(), funds.currency())));
        }
        return new Funding(funds, new Conversion.Prices(last.byPair(), notices, last.complete()));
    }

    private static boolean isSilent(Reason why) {
        return why.code().equals(TradeReason.BOOKS_UNAVAILABLE.name());
    }
}
