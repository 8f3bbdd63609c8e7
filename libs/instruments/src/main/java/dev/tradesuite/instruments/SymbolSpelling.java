package dev.tradesuite.instruments;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Symbols as people, files, charts and brokers write them; the one place that reads them.
 *
 * <p>Besides the symbol itself, in any case, these name an instrument:
 *
 * <ul>
 *   <li>one of {@code / _ - .} or a space between base and quote: {@code EUR/USD}, {@code btc-usdt}; for the dot of a
 *       share too: {@code BRK-B}
 *   <li>an exchange or data vendor in front: {@code OANDA:EUR_USD}, {@code NASDAQ:AAPL}
 *   <li>what brokers and vendors append to the same market: {@code EURUSD.pro}, {@code EURUSD=X}, {@code AAPL.US}
 *   <li>the ending of a series of its own: {@code EUR/USD.sim}, {@code EURUSD.REPLAY} ({@link SeriesKind})
 * </ul>
 *
 * <p>What names another market, such as the perpetual contract {@code BTCUSDT.P} or the future {@code 6E1!}, is not
 * read: its price is not the spot's. Nor are appended letters that may stand for another contract size
 * ({@code EURUSDm}).
 */
final class SymbolSpelling {

    private static final int LONGEST = 60;
    private static final Pattern VENUE = Pattern.compile("[A-Z0-9_]{1,30}:(?<name>[^:]+)");
    private static final Pattern PARTS = Pattern.compile("(?<left>[A-Z0-9]+) ?[/_. -] ?(?<right>[A-Z0-9]+)");
    private static final Pattern OF_A_BROKER =
            Pattern.compile("(?<name>.+?)(?:[._-](?:PRO|ECN|RAW|STD|STP|SPOT|R|I)|[#+]|=X)");
    private static final Pattern OF_A_SHARE = Pattern.compile("(?<name>.+)\\.US");

    private static final Pattern PERPETUAL =
            Pattern.compile(".+\\.P|.+PERP(?:ETUAL)?|.+[_-]SWAP|.+_[UDC]MCBL|.+[/_-].+:[A-Z]{3,5}");
    private static final Pattern FUTURE = Pattern.compile(".+[1-9]!|.+[_-]\\d{6}|.+-\\d{1,2}[A-Z]{3}\\d{2}");

    private static final String UNKNOWN = "expected a symbol that GET /api/v1/instruments lists";
    private static final String PERPETUAL_REFUSED =
            "this is a perpetual contract (.P, PERP or SWAP), another market than the spot, with a price of its own and"
                    + " funding; it is not traded here: send the symbol and the price of the spot, such as BTCUSDT";
    private static final String FUTURE_REFUSED =
            "this is a future, another market than the spot, with a price and an expiry of its own; it is not traded"
                    + " here: send the symbol and the price of the spot, such as EURUSD";

    private final Map<String, Instrument> bySymbol;

    SymbolSpelling(Map<String, Instrument> bySymbol) {
        this.bySymbol = bySymbol;
    }

    /** The instrument that is meant. */
    Optional<Instrument> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String name = withoutVenue(upperCase(written));
        Optional<Instrument> known = known(name);
        SeriesKind kind = SeriesKind.of(name);
        return known.isPresent() || kind == SeriesKind.MARKET
                ? known
                : known(kind.marketSymbol(name)).flatMap(instrument -> instrument.inSeries(kind));
    }

    private Optional<Instrument> known(String name) {
        Instrument plain = plain(name);
        return Optional.ofNullable(plain != null ? plain : appended(name));
    }

    /** Why a text that names no instrument names none: what was expected, or what it names instead. */
    String refusal(String written) {
        if (written.length() > LONGEST) {
            return UNKNOWN;
        }
        String name = withoutVenue(upperCase(written));
        if (FUTURE.matcher(name).matches()) {
            return FUTURE_REFUSED;
        }
        return PERPETUAL.matcher(name).matches() ? PERPETUAL_REFUSED : UNKNOWN;
    }

    /** The instrument of a name, written as it is or with something between its parts. */
    private @Nullable Instrument plain(String name) {
        Instrument exact = bySymbol.get(name);
        Matcher parts = PARTS.matcher(name);
        if (exact != null || !parts.matches()) {
            return exact;
        }
        String left = parts.group("left");
        String right = parts.group("right");
        Instrument pair = bySymbol.get(left + right);
        return pair != null && pair.base().equals(left) && pair.quote().equals(right)
                ? pair
                : bySymbol.get(left + "." + right);
    }

    /** The instrument of a name to which a broker or vendor has appended something. */
    private @Nullable Instrument appended(String name) {
        Matcher broker = OF_A_BROKER.matcher(name);
        Instrument pair = broker.matches() ? plain(broker.group("name")) : null;
        if (pair != null && pair.assetClass().isExchangeRate()) {
            return pair;
        }
        Matcher share = OF_A_SHARE.matcher(name);
        Instrument stock = share.matches() ? plain(share.group("name")) : null;
        return stock != null && stock.assetClass() == AssetClass.STOCK ? stock : null;
    }

    private static String withoutVenue(String text) {
        Matcher venue = VENUE.matcher(text);
        return venue.matches() ? venue.group("name").strip() : text;
    }

    private static String upperCase(String written) {
        return written.strip().toUpperCase(Locale.ROOT);
    }
}
