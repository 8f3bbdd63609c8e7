package dev.tradesuite.signals.trade.web;

import dev.tradesuite.contracts.signals.ModelTradePage;
import dev.tradesuite.signals.trade.ClosedTrade;
import dev.tradesuite.support.table.TableAnswer;
import java.util.List;
import java.util.Locale;

/** Closed trades as the contract has them, and as comma-separated values. */
final class ModelTradeMapper {

    private static final String HEADER = "position_id,strategy_code,side,status,quantity,notional_usd,leverage,"
            + "entry_price,entry_time,exit_price,exit_time,stop_loss,take_profit,realized_pnl,fees,mae,mfe,result,"
            + "exit_reason,label";

    private ModelTradeMapper() {}

    static ModelTradePage.ModelTrade trade(ClosedTrade trade) {
        return new ModelTradePage.ModelTrade(
                trade.id(),
                trade.strategyCode(),
                trade.direction().name().toLowerCase(Locale.ROOT),
                trade.exit().status(),
                trade.size().quantity(),
                trade.size().notional(),
                trade.size().leverage(),
                trade.entry().price(),
                trade.entry().time(),
                trade.exit().fill().price(),
                trade.exit().fill().time(),
                trade.exits().stopLoss(),
                trade.exits().takeProfit(),
                trade.result().profit(),
                trade.result().fees(),
                trade.result().mae(),
                trade.result().mfe(),
                trade.outcome(),
                trade.exit().reason(),
                trade.label());
    }

    /** One line each below the names of the fields. */
    static String csv(List<ClosedTrade> trades) {
        return TableAnswer.csv(HEADER, trades.stream().map(ModelTradeMapper::row));
    }

    private static List<String> row(ClosedTrade trade) {
        return TableAnswer.row(
                trade.id(),
                trade.strategyCode(),
                trade.direction().name().toLowerCase(Locale.ROOT),
                trade.exit().status(),
                trade.size().quantity(),
                trade.size().notional(),
                trade.size().leverage(),
                trade.entry().price(),
                trade.entry().time(),
                trade.exit().fill().price(),
                trade.exit().fill().time(),
                trade.exits().stopLoss(),
                trade.exits().takeProfit(),
                trade.result().profit(),
                trade.result().fees(),
                trade.result().mae(),
                trade.result().mfe(),
                trade.outcome().wireName(),
                trade.exit().reason(),
                trade.label());
    }
}
