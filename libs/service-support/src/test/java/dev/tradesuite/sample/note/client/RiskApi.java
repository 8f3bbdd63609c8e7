package dev.tradesuite.sample.note.client;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Calls of the sample to another service. */
@HttpExchange("/api/v1/risk")
public interface RiskApi {

    /** What is asked. */
    record Question(String symbol, int stopLossPips) {}

    /** What is answered. */
    record Answer(String riskLevel, @Nullable String note) {}

    @PostExchange("/check")
    Answer check(@RequestBody Question question);

    @GetExchange("/ping")
    void ping();
}
