package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.HeldLots;
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
 * not answer, have not heard of the newest fills yet, or no young price leads to the currency of the account, the
 * orders that made the position tell.
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
        if (answer instanceof StepAnswer.Missing<AccountFunds>(Reason why) && !isSilent(why)) {
            return new StepAnswer.Missing<>(why);
        }
        Optional<OwnPosition> position = own.of(accountId, instrument.symbol());
        Optional<Held> known = position.map(held -> new Held(instrument.symbol(), held.side(), held.lots()));
        HeldLots holders = position.map(OwnPosition::holders).orElse(null);
        return switch (answer) {
            case StepAnswer.Given<AccountFunds>(AccountFunds funds)
            when known.isEmpty() || known.equals(funds.held(instrument.symbol())) ->
                new StepAnswer.Given<>(funded(funds, position, instrument, price, stated));
            // The books have not heard of the newest fills yet.
            case StepAnswer.Given<AccountFunds>(AccountFunds funds) ->
                new StepAnswer.Given<>(
                        fromOrders(funds.holding(known.orElseThrow(), holders), position, instrument, price, stated));
            case StepAnswer.Missing<AccountFunds>(Reason why) ->
                position.<StepAnswer<Funding>>map(held -> new StepAnswer.Given<>(fromOrders(
                                AccountFunds.withoutBooks(held.accountCurrency(), known.orElseThrow(), holders),
                                position,
                                instrument,
                                price,
                                stated)))
                        .orElseGet(() -> new StepAnswer.Missing<>(why));
        };
    }

    private Funding fromOrders(
            AccountFunds funds,
            Optional<OwnPosition> position,
            Instrument instrument,
            BigDecimal price,
            Map<String, BigDecimal> stated) {
        return funded(funds, position, instrument, price, stated).noting(TradeReason.POSITION_FROM_ORDERS.reason());
    }

    private Funding funded(
            AccountFunds funds,
            Optional<OwnPosition> position,
            Instrument instrument,
            BigDecimal price,
            Map<String, BigDecimal> stated) {
        Conversion.Prices found = conversion.find(instrument, price, stated, funds.currency(), null);
        if (found.complete() || funds.held(instrument.symbol()).isEmpty()) {
            return new Funding(funds, found);
        }
        Map<String, BigDecimal> prices =
                new HashMap<>(position.map(OwnPosition::conversionPrices).orElse(Map.of()));
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
