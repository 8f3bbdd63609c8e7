package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.orchestrator.TradeRequestBuilder;
import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.orchestrator.webhook.AlertIntent;
import dev.tradesuite.orchestrator.webhook.AlertText;
import dev.tradesuite.orchestrator.webhook.AlertValues;
import dev.tradesuite.orchestrator.webhook.AlertWords;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an alert: a JSON object whatever its content type, a form, or the text {@link AlertText} describes.
 *
 * <p>Charting programs write symbols, sides, numbers and intervals in their own ways, such as {@code OANDA:EURUSD},
 * {@code long}, {@code "4,110.50"} and {@code 60}. A field it does not know is refused, so that no instruction is lost.
 */
@Component
final class AlertMapper {

    private static final int LONGEST_ID = 200;

    private final AlertBody bodies;

    AlertMapper(JsonMapper json) {
        this.bodies = new AlertBody(json);
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
        AlertFields fields = new AlertFields(bodies.fields(body, form));
        fields.refuseUnknown();
        String id = id(fields);
        String symbol = fields.required(AlertField.SYMBOL, text -> text);
        BigDecimal price = fields.required(AlertField.PRICE, AlertValues::number);
        AlertSize size = AlertSize.read(fields);
        AlertIntent intent = intent(fields, size);
        TradeRequestBuilder request = TradeRequest.of(
                        symbol == null ? "" : symbol, price == null ? BigDecimal.ZERO : price)
                .riskPercent(webhook.riskPercent())
                .accountId(webhook.accountId())
                .strategy(webhook.strategy())
                .autoExecute(webhook.autoExecute());
        boolean sizeIgnored = false;
        // Without an intent the entry is read all the same, so that every fault is told at once.
        if (intent == null || intent.entry() != null) {
            entry(request.side(intent == null ? null : intent.entry()), fields, webhook);
            sizeIgnored = size.isStated() && !size.applied(request, webhook, fields);
        }
        fields.throwFaults();
        return new ReadAlert(
                fields.key(),
                id != null || fields.text(AlertField.TIME) != null,
                Objects.requireNonNull(intent, "an alert without an intent has a fault"),
                request.build(),
                sizeIgnored);
    }

    private static @Nullable String id(AlertFields fields) {
        String id = fields.text(AlertField.ID);
        if (id != null && id.length() > LONGEST_ID) {
            fields.fault(AlertField.ID, "SIZE", "expected at most %d characters".formatted(LONGEST_ID), null);
        }
        return id;
    }

    /** What the words say is wanted; null with a fault told. */
    private static @Nullable AlertIntent intent(AlertFields fields, AlertSize size) {
        int faults = fields.faultCount();
        AlertWords words = new AlertWords(
                order(fields),
                fields.optional(AlertField.MARKET_POSITION, AlertWords::direction),
                fields.optional(AlertField.PREV_MARKET_POSITION, AlertWords::direction),
                fields.optional(AlertField.MARKET_POSITION_SIZE, AlertValues::number),
                fields.optional(AlertField.PREV_MARKET_POSITION_SIZE, AlertValues::number),
                size.contracts(),
                size.lots());
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

    /** The word for the order: its side, its action, or both where they agree. */
    private static @Nullable String order(AlertFields fields) {
        String side = fields.text(AlertField.SIDE);
        String action = fields.text(AlertField.ACTION);
        if (side == null) {
            return action;
        }
        return action == null ? side : fields.optional(AlertField.ACTION, text -> AlertWords.joined(side, text));
    }

    /** Stop, target and timeframe of the entry. */
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
}
