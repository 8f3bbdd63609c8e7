package dev.tradesuite.orchestrator.approval.web;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.approval.ApprovedOrder;
import dev.tradesuite.orchestrator.approval.RebalancingTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the orders of a rebalancing from the payload of its approval. */
@Component
final class RebalancingTextMapper implements RebalancingTexts {

    private final JsonMapper json;

    RebalancingTextMapper(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Optional<ApprovedOrder> order(String payload, int number) {
        Payload read;
        try {
            read = json.readValue(payload, Payload.class);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        Integer validFor = read.validForSeconds;
        List<Line> orders = Objects.requireNonNullElse(read.orders, List.of());
        return validFor == null
                ? Optional.empty()
                : orders.stream()
                        .filter(line -> line.number == number)
                        .findFirst()
                        .flatMap(line -> line.order(Duration.ofSeconds(validFor)));
    }

    private record Payload(@Nullable Integer validForSeconds, @Nullable List<Line> orders) {}

    private record Line(
            int number,
            @Nullable String clientOrderId,
            @Nullable String strategy,
            @Nullable String symbol,
            @Nullable Side side,
            @Nullable BigDecimal lots,
            @Nullable BigDecimal limitPrice,
            @Nullable BigDecimal stopLossPrice) {

        Optional<ApprovedOrder> order(Duration validFor) {
            return clientOrderId == null
                            || strategy == null
                            || symbol == null
                            || side == null
                            || lots == null
                            || limitPrice == null
                    ? Optional.empty()
                    : Optional.of(new ApprovedOrder(
                            clientOrderId,
                            strategy,
                            symbol,
                            side,
                            new Lots(lots),
                            limitPrice,
                            stopLossPrice,
                            validFor));
        }
    }
}
