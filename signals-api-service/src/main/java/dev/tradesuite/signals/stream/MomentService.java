package dev.tradesuite.signals.stream;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.price.QuoteWatch;

/** Tells clients of prices between bars, and what the accounts are worth at them. */
public final class MomentService implements QuoteWatch {

    private final StreamHub hub;
    private final LiveBooks books;
    private final LastCloses closes;
    private final MomentTexts texts;

    public MomentService(StreamHub hub, LiveBooks books, LastCloses closes, MomentTexts texts) {
        this.hub = hub;
        this.books = books;
        this.closes = closes;
        this.texts = texts;
    }

    @Override
    public void heard(MarketQuote quote, RunLabel label) {
        hub.heardMoment(seq -> texts.price(seq, quote, label, closes.change(quote.symbol(), quote.price())));
        books.equity(quote)
                .filter(worth -> !worth.equity().isEmpty())
                .ifPresent(worth -> hub.heardMoment(seq -> texts.equity(seq, quote, label, worth)));
    }
}
