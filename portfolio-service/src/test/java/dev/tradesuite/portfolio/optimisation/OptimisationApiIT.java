package dev.tradesuite.portfolio.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.portfolio.OptimizationMethod;
import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuiteIntegrationTest
class OptimisationApiIT {

    private static final String OPTIMIZE = "/api/v1/portfolio/optimize";

    /** Volatilities 20 and 30 %, no correlation. */
    private static final String TWO =
            """
            {"expected_returns":{"A":0.10,"B":0.15},"covariance":{"codes":["A","B"],"matrix":[[0.04,0],[0,0.09]]}}""";

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM optimisation").update();
        jdbc.sql("DELETE FROM strategy WHERE code IN ('weights-old', 'weights-new')")
                .update();
    }

    /** 0.08 / 0.04 : 0.13 / 0.09 = 18/31 : 13/31. */
    @Test
    void answersWhatCanBeCalculatedByHandAndKeepsIt() {
        Answer first = post(
                """
                {"method":"max_sharpe","data":%s,"constraints":{"defaults":false},"buying_power":10000}"""
                        .formatted(TWO));
        OptimizeAnswer answer = first.as(OptimizeAnswer.class);

        assertThat(answer.weights().get("A")).isCloseTo(18 / 31.0, within(1e-12));
        assertThat(answer.methodUsed()).isEqualTo(OptimizationMethod.MAX_SHARPE);
        assertThat(answer.methodReason()).isNull();
        assertThat(answer.performance().unavailable()).containsKeys("sortino", "cvar", "cdar");
        assertThat(Objects.requireNonNull(answer.buyingPowerCheck()).sufficient())
                .isTrue();
        assertThat(answer.data().conditionNumber()).isCloseTo(0.09 / 0.04, within(1e-9));
        assertThat(answer.inputHash()).hasSize(64);
        assertThat(reader().get("/api/v1/portfolio/optimizations/" + answer.requestId())
                        .json())
                .isEqualTo(first.json());
        assertThat(reader().get("/api/v1/portfolio/optimizations/019b0000-0000-7000-8000-000000000000")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void sayingWhyAnotherMethodAnswered() {
        OptimizeAnswer answer =
                post("""
                {"method":"max_sharpe","data":%s,"risk_free_rate":0.2,"constraints":{"defaults":false}}"""
                                .formatted(TWO))
                        .as(OptimizeAnswer.class);

        assertThat(answer.methodAsked()).isEqualTo(OptimizationMethod.MAX_SHARPE);
        assertThat(answer.methodUsed()).isEqualTo(OptimizationMethod.MIN_VOLATILITY);
        assertThat(answer.methodReason()).isEqualTo("NOTHING_BEATS_RISK_FREE");
        assertThat(answer.weights().get("A")).isCloseTo(9 / 13.0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(OptimizationMethod.class)
    void everyMethodAnswers(OptimizationMethod method) {
        String extra =
                switch (method) {
                    case EFFICIENT_RISK -> ",\"target_volatility\":0.5";
                    case EFFICIENT_RETURN -> ",\"target_return\":-5";
                    case RISK_BUDGET ->
                        ",\"risk_budgets\":{\"S0\":2,\"S1\":1,\"S2\":1,\"S3\":1,\"S4\":1,\"S5\":1,\"S6\":1}";
                    case BLACK_LITTERMAN ->
                        ",\"views\":[{\"code\":\"S0\",\"over\":\"S1\",\"expected_return\":0.05,\"confidence\":0.6}]";
                    case MAX_SHARPE,
                            MIN_VOLATILITY,
                            MAX_QUADRATIC_UTILITY,
                            MIN_CVAR,
                            MIN_CDAR,
                            MIN_SEMIVARIANCE,
                            RISK_PARITY,
                            MAX_DIVERSIFICATION,
                            INVERSE_VOLATILITY,
                            HRP,
                            HERC,
                            NCO,
                            EQUAL_WEIGHT -> "";
                };

        Answer answer = post("{\"method\":\"%s\",\"data\":{\"returns\":%s}%s}"
                .formatted(method.name().toLowerCase(Locale.ROOT), returns(7, 120), extra));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        OptimizeAnswer weights = answer.as(OptimizeAnswer.class);
        assertThat(weights.weights().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-8));
        assertThat(weights.data().observations()).isEqualTo(120);
        assertThat(weights.performance().cvar()).isNotNull();
        assertThat(weights.diversificationRatio()).isGreaterThanOrEqualTo(1 - 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "geometric_mean, sample",
        "arithmetic_mean, semicovariance",
        "ema, exponential",
        "capm, ledoit_wolf_constant_variance",
        "james_stein, ledoit_wolf_single_factor",
        "geometric_mean, ledoit_wolf_constant_correlation",
        "geometric_mean, oas",
        "geometric_mean, denoised"
    })
    void everyModelAnswers(String expected, String risk) {
        Answer answer = post(
                """
                {"method":"min_volatility","data":{"returns":%s},"expected_returns_model":"%s","risk_model":"%s"}"""
                        .formatted(returns(7, 120), expected, risk));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "target_return":0.1 | max_sharpe      | target_return
                    "views":[{"code":"A","expected_return":0.1}] | hrp | views
                    "risk_aversion":2   | min_volatility  | risk_aversion
                    "clusters":2        | hrp             | clusters
                    "linkage":"ward"    | risk_parity     | linkage
                    "span":100          | min_volatility  | span
                    "constraints":{"weight_max":0.4} | equal_weight | constraints.weight_max
                    "constraints":{"min_holdings":2} | min_cvar | constraints.min_holdings
                    "current_weights":{"A":1} | max_sharpe | current_weights
                    """)
    void fieldThatTheMethodDoesNotUseIsNamed(String field, String method, String named) {
        Answer answer = post("{\"method\":\"%s\",\"data\":%s,%s}".formatted(method, TWO, field));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").values().stream()
                        .filter(error -> error.path("code").asString().equals("NOT_USED"))
                        .map(error -> error.path("field").asString()))
                .contains(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NO_ASSETS            | 400 | "method":"hrp","data":{"registry":{"codes":[]}}
                    ONE_ASSET            | 422 | "method":"hrp","data":{"expected_returns":{"A":1},"covariance":{"codes":["A"],"matrix":[[1]]}}
                    UNKNOWN_CODE         | 400 | "method":"hrp","data":{"registry":{"codes":["X","Y"]}}
                    DUPLICATE_CODE       | 400 | "method":"hrp","data":{"registry":{"codes":["X","X"]}}
                    DUPLICATE_CODE       | 400 | "method":"hrp","data":{"expected_returns":{"A":1},"covariance":{"codes":["A","A"],"matrix":[[1,0],[0,1]]}}
                    NOT_SYMMETRIC        | 400 | "method":"hrp","data":{"expected_returns":{"A":1,"B":2},"covariance":{"codes":["A","B"],"matrix":[[1,0.1],[0,1]]}}
                    NOT_POSITIVE_SEMIDEFINITE | 422 | "method":"hrp","data":{"expected_returns":{"A":1,"B":2},"covariance":{"codes":["A","B"],"matrix":[[1,2],[2,1]]}}
                    EQUAL_RETURNS        | 422 | "method":"max_sharpe","data":{"expected_returns":{"A":1,"B":1},"covariance":{"codes":["A","B"],"matrix":[[1,0],[0,1]]}},"constraints":{"defaults":false}
                    HOLDINGS_UNREACHABLE | 422 | "method":"max_sharpe","data":@
                    BUDGET_UNREACHABLE   | 422 | "method":"max_sharpe","data":@,"constraints":{"weight_max":0.4,"defaults":false}
                    BOUNDS_CONTRADICT    | 400 | "method":"max_sharpe","data":@,"constraints":{"bounds":{"A":[0.5,0.4]},"defaults":false}
                    CONSTRAINTS_CONTRADICT | 422 | "method":"max_sharpe","data":@,"constraints":{"defaults":false,"groups":[{"name":"a","codes":["A"],"max":0.2},{"name":"b","codes":["B"],"max":0.2}]}
                    UNKNOWN_CODE         | 400 | "method":"max_sharpe","data":@,"constraints":{"defaults":false,"bounds":{"Z":[0,1]}}
                    RETURN_UNREACHABLE   | 422 | "method":"efficient_return","target_return":0.2,"data":@,"constraints":{"defaults":false}
                    RISK_UNREACHABLE     | 422 | "method":"efficient_risk","target_volatility":0.1,"data":@,"constraints":{"defaults":false}
                    METHOD_DOES_NOT_FIT  | 422 | "method":"min_cvar","data":@,"constraints":{"defaults":false}
                    METHOD_DOES_NOT_FIT  | 422 | "method":"max_sharpe","data":@,"constraints":{"defaults":false,"market_neutral":true}
                    DATES_DO_NOT_OVERLAP | 422 | "method":"hrp","data":{"returns":{"dates":["2026-01-01","2026-01-02","2026-01-03","2026-01-04"],"series":{"A":[0.1,0.2,null,null],"B":[null,null,0.1,0.2]}}}
                    DATES_NOT_ALIGNED    | 400 | "method":"hrp","data":{"returns":{"dates":["2026-01-02","2026-01-01"],"series":{"A":[0.1,0.2],"B":[0.3,0.1]}}}
                    DATES_NOT_ALIGNED    | 400 | "method":"hrp","data":{"returns":{"dates":["2026-01-01","2026-01-02"],"series":{"A":[0.1],"B":[0.3,0.1]}}}
                    TOO_FEW_OBSERVATIONS | 422 | "method":"hrp","data":{"prices":{"dates":["2026-01-01","2026-01-02"],"series":{"A":[1,2],"B":[3,1]}}}
                    CONSTANT_SERIES      | 422 | "method":"hrp","data":{"returns":{"dates":["2026-01-01","2026-01-02","2026-01-03"],"series":{"A":[0.1,0.1,0.1],"B":[0.3,0.1,0.2]}}}
                    SHRINKAGE_NEEDED     | 422 | "method":"min_volatility","constraints":{"weight_min":-0.5,"defaults":false},"data":{"returns":{"dates":["2026-01-01","2026-01-02","2026-01-03"],"series":{"A":[0.1,0.3,0.1],"B":[0.3,0.1,0.2],"C":[0.2,0.1,0.4],"D":[0.2,0.2,0.4]}}}
                    VALIDATION_FAILED    | 400 | "method":"hrp","data":{"returns":{"dates":["2026-01-01"],"series":{"A":[NaN],"B":[1e999]}}}
                    VALIDATION_FAILED    | 400 | "method":"efficient_return","data":@
                    VALIDATION_FAILED    | 400 | "method":"hrp","data":{}
                    """)
    void badInputIsAProblemWithItsOwnCode(String code, int status, String members) {
        Answer answer = post("{" + members.replace("@", TWO) + "}");

        assertThat(answer.json().path("code").asString()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().has("weights")).isFalse();
        assertThat(jdbc.sql("SELECT count(*) FROM optimisation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void boundsThatCannotSumToOneAreNamed() {
        String five = IntStream.range(0, 5)
                .mapToObj(i -> IntStream.range(0, 5)
                        .mapToObj(j -> i == j ? "1" : "0")
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(","));
        Answer answer = post(
                """
                {"method":"min_volatility","constraints":{"weight_max":0.15},"data":{
                "expected_returns":{"A":1,"B":2,"C":3,"D":4,"E":5},
                "covariance":{"codes":["A","B","C","D","E"],"matrix":[%s]}}}"""
                        .formatted(five));

        assertThat(answer.json().path("detail").asString())
                .contains("5 strategies x 15 % cannot reach 100 %")
                .contains("constraints.defaults");
    }

    @Test
    void repairIsOfferedAndSaysWhatItChanged() {
        String data =
                """
                {"expected_returns":{"A":1,"B":2},"covariance":{"codes":["A","B"],"matrix":[[1,2],[2,1]]%s}}""";

        assertThat(post("{\"method\":\"hrp\",\"data\":%s}".formatted(data.formatted("")))
                        .json()
                        .path("detail")
                        .asString())
                .contains("-0.99", "repair");
        OptimizeAnswer answer = post("{\"method\":\"hrp\",\"data\":%s}".formatted(data.formatted(",\"repair\":true")))
                .as(OptimizeAnswer.class);
        assertThat(answer.warnings()).anyMatch(warning -> warning.contains("1 negative eigenvalues"));
    }

    @Test
    void fiveThousandAssetsAreTooMany() {
        String series = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"S%d\":[1,2]".formatted(i))
                .collect(Collectors.joining(","));

        Answer answer = post(
                """
                {"method":"hrp","data":{"prices":{"dates":["2026-01-01","2026-01-02"],"series":{%s}}}}"""
                        .formatted(series));

        assertThat(answer.json().path("code").asString()).isEqualTo("TOO_MANY_ASSETS");
    }

    @Test
    void retiredStrategyIsRefused() {
        for (Map.Entry<String, String> strategy :
                Map.of("weights-old", "RETIRED", "weights-new", "LIVE").entrySet()) {
            jdbc.sql("INSERT INTO strategy (code, name, source, state, registered_at)"
                            + " VALUES (:code, :code, 'hold:AAPL', :state, now())")
                    .param("code", strategy.getKey())
                    .param("state", strategy.getValue())
                    .update();
        }

        Answer answer =
                post("{\"method\":\"hrp\",\"data\":{\"registry\":{\"codes\":[\"weights-old\",\"weights-new\"]}}}");

        assertThat(answer.json().path("code").asString()).isEqualTo("STRATEGY_RETIRED");
        assertThat(answer.json().path("detail").asString())
                .contains("weights-old")
                .doesNotContain("weights-new");
    }

    @Test
    void onlyReadersMayAsk() {
        assertThat(anybody.post(OPTIMIZE, "{}").status()).isEqualTo(401);
        assertThat(anybody.with("risk:admin").post(OPTIMIZE, "{}").status()).isEqualTo(403);
    }

    /** Seeded returns with a common factor. */
    static String returns(int assets, int days) {
        Random random = new Random(7);
        LocalDate first = LocalDate.parse("2025-01-01");
        double[] market = random.doubles(days, -0.01, 0.011).toArray();
        String dates = IntStream.range(0, days)
                .mapToObj(t -> "\"" + first.plusDays(t) + "\"")
                .collect(Collectors.joining(","));
        String series = IntStream.range(0, assets)
                .mapToObj(i -> "\"S%d\":[%s]"
                        .formatted(
                                i,
                                IntStream.range(0, days)
                                        .mapToObj(t -> String.format(
                                                Locale.ROOT,
                                                "%.6f",
                                                0.5 * market[t] + random.nextGaussian() * 0.01 * (1 + i)))
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        return "{\"dates\":[%s],\"series\":{%s}}".formatted(dates, series);
    }

    private Answer post(String body) {
        return reader().post(OPTIMIZE, body);
    }

    private SuiteClient reader() {
        return anybody.with("trade:read");
    }
}
