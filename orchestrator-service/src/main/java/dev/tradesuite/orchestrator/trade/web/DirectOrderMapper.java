package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest.Level;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.ApprovedLine;
import dev.tradesuite.orchestrator.trade.NewestPrice;
import dev.tradesuite.orchestrator.trade.SizeChoice;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.orchestrator.trade.TradeEntry;
import dev.tradesuite.orchestrator.trade.TradeExit;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a direct order that has passed its constraints, as an idea that needs no signal. */
@Component
final class DirectOrderMapper {

    private static final int LOT_SCALE = 16;

    private final InstrumentCatalog catalog;
    private final TradeDefaults defaults;
    private final NewestPrice prices;

    DirectOrderMapper(InstrumentCatalog catalog, TradeDefaults defaults, NewestPrice prices) {
        this.catalog = catalog;
        this.defaults = defaults;
        this.prices = prices;
    }

    TradeIdea toIdea(PlaceOrderRequest order, String hash) {
        Instrument instrument = catalog.find(order.symbol())
                .orElseThrow(() -> new IllegalArgumentException(order.symbol() + " is not an instrument"));
        BigDecimal market = order.currentPrice() == null ? newestPrice(instrument) : order.currentPrice();
        TradeEntry entry = entry(order);
        return TradeIdea.of(instrument, market)
                .wantedSide(order.side())
                .entry(entry)
                .exit(exit(order, instrument, entry.expectedFill(order.side(), market)))
                .size(size(order, instrument))
                .account(new AccountChoice.InBooks(Objects.requireNonNullElse(order.accountId(), defaults.accountId())))
                .view(null)
                .strategy(order.strategy())
                .clientOrderId(order.clientOrderId())
                .approvedLine(approvedLine(order.approval()))
                .notices(notices(order))
                .requestHash(hash)
                .build();
    }

    private BigDecimal newestPrice(Instrument instrument) {
        return prices.of(instrument.symbol())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_COMPUTABLE,
                        "No price of %s is known that is young enough; state current_price"
                                .formatted(instrument.symbol())));
    }

    private static TradeEntry entry(PlaceOrderRequest order) {
        return new TradeEntry(
                Objects.requireNonNullElse(order.type(), OrderType.MARKET),
                order.limitPrice(),
                order.stopPrice(),
                Objects.requireNonNullElse(order.timeInForce(), TimeInForce.GTC),
                order.expiresAt(),
                Boolean.TRUE.equals(order.reduceOnly()));
    }

    private static TradeExit exit(PlaceOrderRequest order, Instrument instrument, BigDecimal entryPrice) {
        Pips trailing = order.trailingStopPips() == null ? null : new Pips(order.trailingStopPips());
        return new TradeExit(stop(order, trailing), target(order, instrument, entryPrice), trailing);
    }

    private static StopChoice stop(PlaceOrderRequest order, @Nullable Pips trailing) {
        Level stated = order.stopLoss();
        if (stated == null) {
            return trailing == null || Boolean.TRUE.equals(order.reduceOnly())
                    ? new StopChoice.None()
                    : new StopChoice.Trailing(trailing);
        }
        return stated.price() == null
                ? new StopChoice.Distance(new Pips(Objects.requireNonNull(stated.pips())))
                : new StopChoice.AtPrice(stated.price());
    }

    private static @Nullable BigDecimal target(PlaceOrderRequest order, Instrument instrument, BigDecimal entryPrice) {
        Level stated = order.takeProfit();
        if (stated == null || stated.price() != null) {
            return stated == null ? null : stated.price();
        }
        BigDecimal distance = instrument.pipsToPrice(new Pips(Objects.requireNonNull(stated.pips())));
        BigDecimal exact =
                entryPrice.add(distance.multiply(BigDecimal.valueOf(order.side().sign())));
        // Away from the entry, so that the target is never nearer than it was asked for.
        return Amounts.stripped(
                instrument.onTick(exact, order.side() == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR));
    }

    private static SizeChoice size(PlaceOrderRequest order, Instrument instrument) {
        if (order.riskPercent() != null) {
            return SizeChoice.ofRisk(order.riskPercent());
        }
        if (order.notional() != null) {
            return SizeChoice.ofNotional(order.notional());
        }
        return SizeChoice.ofLots(new Lots(
                order.units() == null
                        ? Objects.requireNonNull(order.lots())
                        : order.units().divide(instrument.contractSize(), LOT_SCALE, RoundingMode.DOWN)));
    }

    private static @Nullable ApprovedLine approvedLine(PlaceOrderRequest.@Nullable ApprovedLine stated) {
        return stated == null ? null : new ApprovedLine(stated.approvalId(), stated.number());
    }

    private static List<Reason> notices(PlaceOrderRequest order) {
        return Boolean.TRUE.equals(order.dryRun()) ? List.of(TradeReason.DRY_RUN.reason()) : List.of();
    }
}
