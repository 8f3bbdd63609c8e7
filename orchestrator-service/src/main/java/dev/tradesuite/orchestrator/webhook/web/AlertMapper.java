package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.webhook.AlertText;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an alert: a JSON object, whatever its content type, or the text {@link AlertText} describes.
 *
 * <p>Charting programs write symbols, sides and intervals in their own ways, such as {@code OANDA:EURUSD}, {@code long}
 * and {@code 60}; numbers may be texts. Fields it does not know are ignored.
 */
@Component
final class AlertMapper {

    private static final List<String> SYMBOL = List.of("symbol", "ticker");
    private static final List<String> SIDE = List.of("side", "action");
    private static final List<String> PRICE = List.of("current_price", "price", "close");
    private static final List<String> STOP_LOSS_PIPS = List.of("stop_loss_pips", "sl_pips");
    private static final List<String> STOP_LOSS_PRICE = List.of("stop_loss_price", "stop_loss", "sl");
    private static final List<String> TAKE_PROFIT_PRICE = List.of("take_profit_price", "take_profit", "tp");
    private static final List<String> TIMEFRAME = List.of("timeframe", "interval");
    private static final List<String> ALERT_ID = List.of("alert_id", "id");

    private static final int MAX_DIGITS = 30;
    private static final int LONGEST_ID = 200;

    private final JsonMapper json;

    AlertMapper(JsonMapper json) {
        this.json = json;
    }

    /**
     * What an alert says.
     *
     * @param id the sender's id of it; absent without one
     * @param request what it asks for
     */
    record ReadAlert(@Nullable String id, TradeRequest request) {}

    /**
     * The alert as a request for the webhook's account.
     *
     * @throws ProblemException {@code MALFORMED_JSON} or {@code VALIDATION_FAILED} with every faulty field
     */
    ReadAlert read(Webhook webhook, byte[] body) {
        Fields fields = new Fields(fields(new String(body, StandardCharsets.UTF_8)));
        String id = fields.text(ALERT_ID);
        if (id != null && id.length() > LONGEST_ID) {
            fields.fault("alert_id", "SIZE", "expected at most %d characters".formatted(LONGEST_ID), null);
        }
        String symbol = fields.required("symbol", SYMBOL, AlertMapper::symbol);
        Side side = fields.required("side", SIDE, AlertMapper::side);
        BigDecimal price = fields.required("current_price", PRICE, AlertMapper::number);
        TradeRequest request = TradeRequest.of(symbol == null ? "" : symbol, price == null ? BigDecimal.ZERO : price)
                .side(side)
                .stopLossPips(fields.optional("stop_loss_pips", STOP_LOSS_PIPS, AlertMapper::number))
                .stopLossPrice(fields.optional("stop_loss_price", STOP_LOSS_PRICE, AlertMapper::number))
                .takeProfitPrice(fields.optional("take_profit_price", TAKE_PROFIT_PRICE, AlertMapper::number))
                .riskPercent(webhook.riskPercent())
                .accountId(webhook.accountId())
                .timeframe(fields.optional("timeframe", TIMEFRAME, AlertMapper::timeframe))
                .strategy(webhook.strategy())
                .autoExecute(webhook.autoExecute())
                .build();
        fields.throwFaults();
        return new ReadAlert(id, request);
    }

    private Map<String, String> fields(String body) {
        String text = body.strip();
        if (text.isEmpty()) {
            throw new ProblemException(ProblemCode.BODY_MISSING, "An alert needs a body, such as BUY EURUSD 1.0835");
        }
        if (text.startsWith("{")) {
            return jsonFields(text);
        }
        try {
            return AlertText.fields(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    List.of(new FieldError("body", "UNKNOWN_WORD", String.valueOf(e.getMessage()), null)));
        }
    }

    private Map<String, String> jsonFields(String text) {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            JsonNode object = json.readTree(text);
            object.properties().forEach(field -> {
                if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                    fields.put(AlertText.name(field.getKey()), field.getValue().asString());
                }
            });
            return fields;
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, e.getOriginalMessage());
        }
    }

    /** Without the exchange in front and a slash between currencies: {@code FX:EUR/USD} is EURUSD. */
    private static String symbol(String text) {
        return text.substring(text.indexOf(':') + 1).replace("/", "").strip().toUpperCase(Locale.ROOT);
    }

    private static Side side(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "buy", "long" -> Side.BUY;
            case "sell", "short" -> Side.SELL;
            default -> throw new IllegalArgumentException("expected buy, sell, long or short");
        };
    }

    private static BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
                throw new IllegalArgumentException("expected at most %d digits".formatted(MAX_DIGITS));
            }
            return number;
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("expected a number");
        }
    }

    /** A timeframe by its name, or as charts write it: minutes, {@code D} or {@code 1D}. */
    private static Timeframe timeframe(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "1" -> Timeframe.M1;
            case "5" -> Timeframe.M5;
            case "15" -> Timeframe.M15;
            case "30" -> Timeframe.M30;
            case "60" -> Timeframe.H1;
            case "240" -> Timeframe.H4;
            case "D", "1D" -> Timeframe.D1;
            default -> {
                try {
                    yield Timeframe.valueOf(name);
                } catch (IllegalArgumentException _) {
                    throw new IllegalArgumentException("expected M1, M5, M15, M30, H1, H4 or D1");
                }
            }
        };
    }

    /** The fields of an alert, and what is wrong with them. */
    private static final class Fields {

        private final Map<String, String> values;
        private final List<FieldError> faults = new ArrayList<>();

        Fields(Map<String, String> values) {
            this.values = values;
        }

        @Nullable
        String text(List<String> names) {
            return names.stream()
                    .map(values::get)
                    .filter(value -> value != null && !value.isBlank())
                    .findFirst()
                    .orElse(null);
        }

        <T> @Nullable T required(String field, List<String> names, Function<String, T> read) {
            if (text(names) == null) {
                fault(field, "REQUIRED", "is required", null);
                return null;
            }
            return optional(field, names, read);
        }

        <T> @Nullable T optional(String field, List<String> names, Function<String, T> read) {
            String text = text(names);
            if (text == null) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException e) {
                String shown = text.length() > 40 ? text.substring(0, 40) : text;
                fault(field, "NOT_VALID", String.valueOf(e.getMessage()), shown);
                return null;
            }
        }

        void fault(String field, String code, String message, @Nullable String found) {
            faults.add(new FieldError(field, code, message, found));
        }

        void throwFaults() {
            if (!faults.isEmpty()) {
                throw ProblemException.invalid(faults);
            }
        }
    }
}
