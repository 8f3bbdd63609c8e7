package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every endpoint does with bad input, without data and without a token. */
class ModelsBadInputIT extends BookedModelsIT {

    @ParameterizedTest
    @CsvSource({
        "/api/models, models",
        "/api/models/signals/latest, signals",
        "/api/models/positions/current, positions",
        "/api/models/equity-curves, curves",
        "/api/models/pnl/summary, strategies",
        "/api/models/trades, trades",
        "/api/models/signals, signals",
        "/api/models/performance/comparison, strategies"
    })
    void withoutDataTheListIsEmptyAndSaysWhy(String path, String list) {
        JsonNode unknownHere = get(path + "?symbol=NZDUSD");
        assertThat(unknownHere.path(list).isArray()).isTrue();
        assertThat(unknownHere.path(list).size()).isZero();
        assertThat(unknownHere.at("/reason/code").asString()).isEqualTo("NO_ACCOUNTS");
        assertThat(unknownHere.path("symbol").asString()).isEqualTo("NZDUSD");
        JsonNode otherRun = get(path + "?run=7");
        assertThat(otherRun.path(list).size()).isZero();
        assertThat(otherRun.path("run").asInt()).isEqualTo(7);
        assertThat(fields(otherRun)).doesNotContain("symbol", "label");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /api/models/pnl/summary?period=year                        | period     | today, week, month, all
            /api/models/performance/comparison?period=1y               | period     | 24h, 7d, 30d, all
            /api/models/equity-curves?resolution=15m                   | resolution | 5m, 1h, 1d
            /api/models/equity-curves?hours=0                          | hours      | 1
            /api/models/equity-curves?hours=721                        | hours      | 720
            /api/models/equity-curves?hours=721&resolution=1h          | hours      | 720
            /api/models/equity-curves?hours=43849&resolution=1d        | hours      | 43848
            /api/models/equity-curves?hours=abc                        | hours      | whole number
            /api/models/equity-curves?strategies=RL_PPO,X              | strategies | RL_PPO, ML_XGB
            /api/models/equity-curves?strategies=RL_PPO,               | strategies | RL_PPO, ML_XGB
            /api/models/positions/current?strategy=x'%20OR%20'1'='1    | strategy   | RL_PPO, ML_XGB
            /api/models/positions/current?strategy=%27;DROP%20TABLE%20run | strategy | RL_PPO, ML_XGB
            /api/models/signals/latest?symbol=NOPE                     | symbol     | EURUSD.SIM, XAUUSD.SIM
            /api/models/signals/latest?symbol=                         | symbol     | leave it out
            /api/models/signals/latest?run=99                          | run        | 0, 7
            /api/models/signals/latest?run=-1                          | run        | 0, 7
            /api/models/signals/latest?run=live                        | run        | whole number
            /api/models?run=0&run=7                                    | run        | more than once
            /api/models/equity-curves?hours=1&hours=2                  | hours      | more than once
            /api/models/equity-curves?strategies=RL_PPO&strategies=ML_XGB | strategies | more than once
            /api/models/trades?limit=0                                 | limit      | 1
            /api/models/trades?limit=1001                              | limit      | 1000
            /api/models/trades?side=buy                                | side       | long, short
            /api/models/trades?result=draw                             | result     | win, loss, even
            /api/models/trades?strategy=X                              | strategy   | RL_PPO
            /api/models/trades?cursor=broken                           | cursor     | next_cursor
            /api/models/signals?limit=0                                | limit      | 1
            /api/models/signals?limit=1001                             | limit      | 1000
            /api/models/signals?limit=ten                              | limit      | whole number
            /api/models/signals?side=long                              | side       | buy, sell, hold
            /api/models/signals?strategy=x'%20OR%20'1'='1              | strategy   | RL_PPO, ML_XGB
            /api/models/signals?symbol=NOPE                            | symbol     | EURUSD.SIM
            /api/models/signals?run=99                                 | run        | 0, 7
            /api/models/signals?cursor=broken                          | cursor     | next_cursor
            /api/models/signals?from=yesterday                         | from       | a time such as
            /api/models/signals?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z | from | must not be after to
            /api/models/signals?side=buy&side=sell                     | side       | more than once
            /api/models/signals/abc                                    | signal_id  | whole number
            /api/models/trades?cursor=%2B%2B                           | cursor     | next_cursor
            /api/models/trades?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z | from | must not be after to
            /api/models/performance/details?strategy=NOPE | strategy | RL_PPO, ML_XGB
            /api/models/performance/details?strategy=RL_PPO,ML_XGB | strategy | RL_PPO, ML_XGB
            /api/models/performance/details?strategy=';DROP%20TABLE%20run--  | strategy | RL_PPO, ML_XGB
            /api/models/performance/details | strategy |
            /api/models/performance/details?strategy=RL_PPO&period=1y | period | 24h, 7d, 30d, all
            /api/models/performance/details?strategy=RL_PPO&run=99 | run | 0, 7
            /api/models/performance/details?strategy=RL_PPO&symbol=NOPE | symbol | EURUSD.SIM
            /api/models/performance/details?strategy=RL_PPO&strategy=ML_XGB | strategy | more than once
            /api/models/performance/details?strategy=RL_PPO&perod=7d | perod | period
            /api/models/report.html?strategy=NOPE | strategy | RL_PPO, ML_XGB
            /api/models/report.html?strategy=RL_PPO,ML_XGB | strategy | RL_PPO, ML_XGB
            /api/models/report.html?strategy=';DROP%20TABLE%20run--  | strategy | RL_PPO, ML_XGB
            /api/models/report.html | strategy |
            /api/models/report.html?strategy=RL_PPO&period=1y | period | 24h, 7d, 30d, all
            /api/models/report.html?strategy=RL_PPO&run=99 | run | 0, 7
            /api/models/report.html?strategy=RL_PPO&symbol=NOPE | symbol | EURUSD.SIM
            /api/models/report.html?strategy=RL_PPO&strategy=ML_XGB | strategy | more than once
            /api/models/report.html?strategy=RL_PPO&perod=7d | perod | period
            /api/models/calibration?strategy=RL_PPO&bins=0 | bins | 1
            /api/models/calibration?strategy=RL_PPO&bins=101 | bins | 100
            /api/models/calibration?strategy=RL_PPO&bins=ten | bins | whole number
            /api/models/calibration?strategy=x'%20OR%20'1'='1 | strategy | RL_PPO, ML_XGB
            /api/models/calibration | strategy |
            /api/models/calibration?strategy=RL_PPO&symbol=NOPE | symbol | EURUSD.SIM
            /api/models/calibration?strategy=RL_PPO&run=99 | run | 0, 7
            /api/models/calibration?strategy=RL_PPO&bins=5&bins=6 | bins | more than once
            /api/models/pnl/summary?run=99 | run | 0, 7
            /api/models/pnl/summary?symbol=NOPE | symbol | EURUSD.SIM
            /api/models/performance/comparison?run=99 | run | 0, 7
            /api/models/performance/comparison?symbol=NOPE | symbol | EURUSD.SIM
            /api/models/positions/current?run=99 | run | 0, 7
            /api/models/positions/current?symbol=NOPE | symbol | EURUSD.SIM
            /api/models/equity-curves?run=99 | run | 0, 7
            /api/models/equity-curves?symbol=NOPE | symbol | EURUSD.SIM
            /api/models/trades?symbol=NOPE | symbol | EURUSD.SIM
            /api/models/trades?run=99 | run | 0, 7
            /api/models/trades?limit=ten | limit | whole number
            /api/models/trades?side=long&side=short | side | more than once
            /api/models/pnl/summary?perod=all                          | perod      | period
            /api/models/runs?limit=0 | limit | 1
            /api/models/runs?limit=1001 | limit | 1000
            /api/models/runs?limit=ten | limit | whole number
            /api/models/runs?cursor=broken | cursor |
            /api/models/runs?cursor=1&cursor=2 | cursor | more than once
            /api/models/runs?kind=import | kind | cursor
            """)
    void badInputIsRefusedWithTheAllowedValues(String path, String field, @Nullable String allowed) {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        JsonNode error = answer.json().at("/errors/0");
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("message").asString()).contains(allowed == null ? "" : allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/models",
                "/api/models/signals/latest",
                "/api/models/positions/current",
                "/api/models/runs",
                "/api/models/equity-curves",
                "/api/models/pnl/summary",
                "/api/models/performance/comparison",
                "/api/models/trades",
                "/api/models/signals",
                "/api/models/signals/1",
                "/api/models/performance/details?strategy=RL_PPO",
                "/api/models/calibration?strategy=RL_PPO",
                "/api/models/report.html?strategy=RL_PPO"
            })
    void readingIsOpenOnThisMachineAndAGoodTokenOfAnyScopeIsNoWorseThanNone(String path) {
        int open = anybody.get(path).status();
        assertThat(open).isIn(200, 404);
        assertThat(anybody.header("Authorization", "Bearer nonsense").get(path).status())
                .isEqualTo(401);
        assertThat(anybody.with("risk:admin").get(path).status()).isEqualTo(open);
    }

    @Test
    void aTokenThatReadsNothingElseWritesNothingEither() {
        assertThat(anybody.with("risk:admin")
                        .post("/api/models/stream-tickets", null)
                        .status())
                .isEqualTo(403);
        assertThat(anybody.with("risk:admin").post("/api/models/jobs", "{}").status())
                .isEqualTo(403);
    }
}
