package dev.tradesuite.benchmarks.flow.front;

import dev.tradesuite.benchmarks.flow.hop.Note;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.support.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/** Passes a note through the hops, one after another, as the trade flow asks brain, sizing and risk. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class FrontController {

    private static final String INSERT =
            "insert into " + SuiteDatabase.SCHEMA + ".note (id, symbol, current_price) values (?, ?, ?)";

    private final HopApi first;
    private final HopApi second;
    private final HopApi third;
    private final JdbcClient jdbc;

    FrontController(HttpServiceProxyRegistry hops, JdbcClient jdbc) {
        this.first = hops.getClient(FrontApplication.FIRST, HopApi.class);
        this.second = hops.getClient(FrontApplication.SECOND, HopApi.class);
        this.third = hops.getClient(FrontApplication.THIRD, HopApi.class);
        this.jdbc = jdbc;
    }

    @PostMapping("/chain")
    Note pass(@RequestBody Note note) {
        return third.pass(second.pass(first.pass(note)));
    }

    /** The same, and one row that is on the disk before the answer goes out. */
    @PostMapping("/chain/durable")
    Note passAndKeep(@RequestBody Note note) {
        Note passed = pass(note);
        jdbc.sql(INSERT)
                .params(Ids.next(), passed.symbol(), passed.currentPrice())
                .update();
        return passed;
    }
}
