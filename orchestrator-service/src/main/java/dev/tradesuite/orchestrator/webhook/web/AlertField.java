package dev.tradesuite.orchestrator.webhook.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields an alert may have, each under every name it is known by. */
enum AlertField {
    ID("alert_id", "id", "order_id"),
    SYMBOL("symbol", "ticker"),
    SIDE("side"),
    ACTION("action", "order_action"),
    PRICE("current_price", "price", "order_price"),
    STOP_LOSS_PIPS("stop_loss_pips", "sl_pips"),
    STOP_LOSS_PRICE("stop_loss_price", "stop_loss", "sl"),
    TAKE_PROFIT_PRICE("take_profit_price", "take_profit", "tp"),
    TIMEFRAME("timeframe", "interval"),
    LOTS("lots", "quantity", "qty"),
    CONTRACTS("contracts", "order_contracts"),
    MARKET_POSITION("market_position"),
    MARKET_POSITION_SIZE("market_position_size"),
    PREV_MARKET_POSITION("prev_market_position"),
    PREV_MARKET_POSITION_SIZE("prev_market_position_size"),
    /** Time of the bar. */
    TIME("time", "bar_time", "timestamp"),
    ORDER_TYPE("order_type", "type"),
    /** Price where no other is stated: charts send it as part of the bar. */
    CLOSE("close"),
    /** What describes an alert and instructs nothing. */
    DESCRIPTION(
            "comment",
            "message",
            "note",
            "text",
            "alert_name",
            "order_comment",
            "strategy",
            "exchange",
            "currency",
            "timenow",
            "open",
            "high",
            "low",
            "volume");

    private static final Map<String, AlertField> BY_NAME = Arrays.stream(values())
            .flatMap(field -> field.names.stream().map(name -> Map.entry(name, field)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    AlertField(String... names) {
        this.names = List.of(names);
    }

    /** The field of a name in lower case. */
    static Optional<AlertField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Names in the order they are documented. */
    List<String> names() {
        return names;
    }

    /** The name it goes by in faults. */
    String label() {
        return this == ID ? "alert_id" : this == PRICE ? "current_price" : name().toLowerCase(Locale.ROOT);
    }
}
