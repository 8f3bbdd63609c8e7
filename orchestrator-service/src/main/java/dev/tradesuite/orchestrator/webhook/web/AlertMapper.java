package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.orchestrator.TradeRequestBuilder;
import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.webhook.AlertIntent;
import dev.tradesuite.orchestrator.webhook.AlertText;
import dev.tradesuite.orchestrator.webhook.AlertValues;
import dev.tradesuite.orchestrator.webhook.AlertWords;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an alert: a JSON object whatever its content type, a form, or the text {@link AlertText} describes.
 *
 * <p>Charting programs write symbols, sides, numbers and intervals in their own ways, such as {@code OANDA:EURUSD},
 * {@code long}, {@code "4,110.50"} and {@code 60}. A field it does not know is refused, so that no instruction is lost.
 */
@Component
final class AlertMapper {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_ID = 200;

    private final JsonMapper json;

    AlertMapper(JsonMapper json) {
        this.json = json;
    }

    /**
     * What an alert says.
     *
     * @param key what it says, for comparing
     * @param dated whether the key names it for good, by an id or the time of a bar
     * @param intent what it wants
     * @param request the entry it wants, as a request; of an exit alone only what that needs
     * @param sizeIgnored whether it states a size that does not count at this webhook
     */
    record ReadAlert(String key, boolean dated, AlertIntent intent, TradeRequest request, boolean sizeIgnored) {}

    /**
     * The alert as a request for the webhook's account.
     *
     * @param form whether it is sent as a form
     * @throws ProblemException {@code MALFORMED_JSON} or {@code VALIDATION_FAILED} with every faulty field
     */
    ReadAlert read(Webhook webhook, byte[] body, boolean form) {
        AlertFields fields = new AlertFields(fields(new String(body, StandardCharsets.UTF_8), form));
        fields.refuseUnknown();
        String id = fields.text(AlertField.ID);
        if (id != null && id.length() > LONGEST_ID) {
            fields.fault(AlertField.ID, "SIZE", "expected at most %d characters".formatted(LONGEST_ID), null);
        }
        String symbol = fields.required(AlertField.SYMBOL, text -> text);
        BigDecimal price = fields.required(AlertField.PRICE, AlertValues::number);
        BigDecimal lots = fields.positive(AlertField.LOTS);
        BigDecimal contracts = fields.positive(AlertField.CONTRACTS);
        AlertIntent intent = intent(fields, contracts, lots);
        TradeRequestBuilder request = TradeRequest.of(
                        symbol == null ? "" : symbol, price == null ? BigDecimal.ZERO : price)
                .riskPercent(webhook.riskPercent())
                .accountId(webhook.accountId())
                .strategy(webhook.strategy())
                .autoExecute(webhook.autoExecute());
        boolean sizeIgnored = false;
        if (intent == null || intent.entry() != null) {
            entry(request.side(intent == null ? null : intent.entry()), fields, webhook);
            AlertField stated = lots == null ? AlertField.CONTRACTS : AlertField.LOTS;
            BigDecimal size = lots == null ? contracts : lots;
            sizeIgnored = size != null && !sized(request, stated, size, webhook, fields);
        }
        fields.throwFaults();
        return new ReadAlert(
                fields.key(),
                id != null || fields.text(AlertField.TIME) != null,
                Objects.requireNonNull(intent, "an alert without an intent has a fault"),
                request.build(),
                sizeIgnored);
    }

    private static void entry(TradeRequestBuilder request, AlertFields fields, Webhook webhook) {
        fields.optional(AlertField.ORDER_TYPE, text -> {
            if (!text.strip().equalsIgnoreCase("market")) {
                throw new IllegalArgumentException("expected market; alerts trade at the market");
            }
            return text;
        });
        request.stopLossPips(fields.optional(AlertField.STOP_LOSS_PIPS, AlertValues::number))
                .stopLossPrice(fields.optional(AlertField.STOP_LOSS_PRICE, AlertValues::number))
                .takeProfitPrice(fields.optional(AlertField.TAKE_PROFIT_PRICE, AlertValues::number));
        // A strategy that is followed may run on charts that the brain has no candles of.
        if (webhook.mode() == WebhookMode.CONFIRM) {
            Timeframe timeframe = fields.optional(AlertField.TIMEFRAME, AlertValues::timeframe);
            request.timeframe(timeframe);
        }
    }

    /** Takes the alert's own size where it counts; false where it does not. */
    private static boolean sized(
            TradeRequestBuilder request, AlertField field, BigDecimal lots, Webhook webhook, AlertFields fields) {
        Lots most = webhook.maxLots();
        if (webhook.mode() != WebhookMode.FOLLOW || most == null) {
            return false;
        }
        if (lots.compareTo(most.value()) > 0) {
            fields.fault(
                    field,
                    "OUT_OF_RANGE",
                    "expected at most the %s lots of the webhook's max_lots".formatted(most),
                    lots.toPlainString());
        }
        request.riskStrategy(RiskStrategy.FIXED_LOT).lots(lots).riskPercent(null);
        return true;
    }

    private static @Nullable AlertIntent intent(
            AlertFields fields, @Nullable BigDecimal contracts, @Nullable BigDecimal lots) {
        int faults = fields.faultCount();
        String side = fields.text(AlertField.SIDE);
        String action = fields.text(AlertField.ACTION);
        AlertWords words = new AlertWords(
                side == null || action == null
                        ? side == null ? action : side
                        : fields.optional(AlertField.ACTION, text -> AlertWords.joined(side, text)),
                fields.optional(AlertField.MARKET_POSITION, AlertWords::direction),
                fields.optional(AlertField.PREV_MARKET_POSITION, AlertWords::direction),
                fields.optional(AlertField.MARKET_POSITION_SIZE, AlertValues::number),
                fields.optional(AlertField.PREV_MARKET_POSITION_SIZE, AlertValues::number),
                contracts,
                lots);
        if (fields.faultCount() > faults) {
            return null;
        }
        try {
            return words.intent();
        } catch (IllegalArgumentException e) {
            boolean missing = words.action() == null && words.after() == null;
            fields.fault(
                    AlertField.SIDE,
                    missing ? "REQUIRED" : "NOT_VALID",
                    String.valueOf(e.getMessage()),
                    words.action());
            return null;
        }
    }

    private Map<String, String> fields(String body, boolean form) {
        String text = (body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body).strip();
        if (text.isEmpty()) {
            throw new ProblemException(ProblemCode.BODY_MISSING, "An alert needs a body, such as BUY EURUSD 1.0835");
        }
        try {
            if (text.startsWith("{")) {
                return jsonFields(text);
            }
            return form ? AlertText.form(text) : AlertText.fields(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    List.of(new FieldError("body", "NOT_VALID", String.valueOf(e.getMessage()), null)));
        }
    }

    private Map<String, String> jsonFields(String text) {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            JsonNode object = json.reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readTree(text);
            object.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    AlertText.put(
                            fields,
                            field.getKey(),
                            field.getValue().isValueNode()
                                    ? field.getValue().asString()
                                    : field.getValue().toString());
                }
            });
            return fields;
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, e.getOriginalMessage());
        }
    }
}
