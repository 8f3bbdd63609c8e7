package dev.tradesuite.benchmarks.flow.front;

import dev.tradesuite.benchmarks.flow.hop.Answers;
import dev.tradesuite.benchmarks.flow.hop.Note;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.support.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** Passes a note or a trade through the hops, one after another, as the trade flow asks brain, sizing and risk. */
@RestController
@RequestMapping("/chain")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class FrontController {

    private static final String INSERT_NOTE =
            "insert into " + SuiteDatabase.SCHEMA + ".note (id, symbol, current_price) values (?, ?, ?)";
    private static final String INSERT_DECISION =
            "insert into " + SuiteDatabase.SCHEMA + ".answer (id, document) values (?, ?::jsonb)";

    private final HopApi first;
    private final HopApi second;
    private final HopApi third;
    private final Answers answers;
    private final JdbcClient jdbc;
    private final ExecuteRows rows;
    private final JsonMapper json;

    FrontController(
            HttpServiceProxyRegistry hops, Answers answers, JdbcClient jdbc, ExecuteRows rows, JsonMapper json) {
        this.first = hops.getClient(FrontApplication.FIRST, HopApi.class);
        this.second = hops.getClient(FrontApplication.SECOND, HopApi.class);
        this.third = hops.getClient(FrontApplication.THIRD, HopApi.class);
        this.answers = answers;
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    @PostMapping("/note")
    Note pass(@RequestBody Note note) {
        return third.pass(second.pass(first.pass(note)));
    }

    /** The same, and one row that is on the disk before the answer goes out. */
    @PostMapping("/note/durable")
    Note passAndKeep(@RequestBody Note note) {
        Note passed = pass(note);
        jdbc.sql(INSERT_NOTE)
                .params(Ids.next(), passed.symbol(), passed.currentPrice())
                .update();
        return passed;
    }

    /** Asks and is answered what the services of an analyze ask and answer, and computes nothing. */
    @PostMapping("/trade")
    TradeDecision decide(@RequestBody TradeRequest trade) {
        first.decide(new DecideRequest(
                trade.symbol(),
                trade.timeframe(),
                trade.currentPrice(),
                trade.asOf(),
                trade.candles(),
                trade.indicators(),
                null));
        PositionSize size = second.size(new SizingRequest(
                trade.symbol(),
                Side.BUY,
                trade.riskStrategy(),
                trade.currentPrice(),
                trade.accountCurrency(),
                trade.currentPrice(),
                trade.stopLossPips(),
                trade.riskPercent(),
                trade.lots(),
                trade.leverage(),
                trade.kelly(),
                null,
                null,
                null,
                trade.conversionRates()));
        third.check(new RiskCheckRequest(
                trade.accountId(),
                null,
                trade.symbol(),
                Side.BUY,
                size.lotSize(),
                trade.currentPrice(),
                trade.stopLossPrice(),
                trade.leverage(),
                trade.existingPositions(),
                trade.conversionRates(),
                trade.strategy(),
                null,
                null,
                trade.asOf(),
                null));
        return answers.decision();
    }

    /** The same, and its document is on the disk before the answer goes out. */
    @PostMapping("/trade/durable")
    TradeDecision decideAndKeep(@RequestBody TradeRequest trade) {
        TradeDecision decision = decide(trade);
        jdbc.sql(INSERT_DECISION)
                .params(Ids.next(), json.writeValueAsString(decision))
                .update();
        return decision;
    }

    /** The same, with every row an execute writes. */
    @PostMapping("/trade/rows")
    TradeDecision decideAndWrite(@RequestBody TradeRequest trade) {
        TradeDecision decision = decide(trade);
        rows.write(json.writeValueAsString(decision));
        return decision;
    }
}
