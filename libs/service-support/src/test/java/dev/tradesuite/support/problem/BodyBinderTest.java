package dev.tradesuite.support.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import jakarta.validation.Validation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

class BodyBinderTest {

    record Range(int lowest, int highest) {

        Range {
            if (lowest > highest) {
                throw new IllegalArgumentException("lowest must not be above highest");
            }
        }
    }

    record Order(
            @NotNull @Positive BigDecimal lots,
            @Nullable Range range,
            @Nullable List<@Positive Double> targets,
            @Nullable Map<String, BigDecimal> rates,
            double weight,
            @Positive int count,
            @Nullable BigDecimal stopLoss,
            @Nullable BigDecimal takeProfit) {

        @AssertTrue(message = "needs a stop or a target")
        boolean isProtected() {
            return stopLoss != null || takeProfit != null;
        }
    }

    interface CannotBeBound {}

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final BodyBinder binder =
            new BodyBinder(json, Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void decimalsKeepEveryDigit() {
        Order order = bind("{\"weight\": 1, \"count\": 1, \"lots\": 0.1000000000000000000000001, \"stop_loss\": 1}");

        assertThat(order.lots()).isEqualTo("0.1000000000000000000000001");
    }

    @Test
    void whatARecordRefusesIsToldAtItsPlaceWithItsReason() {
        assertThat(faults("{\"weight\": 1, \"count\": 1, \"lots\": 1, \"range\": {\"lowest\": 2, \"highest\": 1}}"))
                .containsExactly(new FieldError("range", "NOT_VALID", "lowest must not be above highest", null));
    }

    @Test
    void recordThatOnlyLooksInconsistentBecauseOfAFaultyFieldIsNotToldToo() {
        assertThat(faults("{\"weight\": 1, \"count\": 1, \"lots\": 1, \"range\": {\"lowest\": 2, \"highest\": \"x\"}}"))
                .extracting(FieldError::field)
                .containsExactly("range.highest");
    }

    @Test
    void objectThatOnlyLooksInconsistentBecauseOfAFaultyFieldIsNotToldToo() {
        assertThat(faults("{\"weight\": 1, \"count\": 1, \"lots\": \"x\", \"stop_loss\": \"y\"}"))
                .extracting(FieldError::field)
                .containsExactly("lots", "stop_loss");
    }

    @Test
    void elementsOfListsAndMapsAreNamedByIndexAndKey() {
        assertThat(faults("{\"weight\": 1, \"count\": 1, \"lots\": 1, \"targets\": [1, \"x\", -1, NaN],"
                        + " \"rates\": {\"EUR\": true, \"USD\": 1}}"))
                .extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("targets[1]", "WRONG_TYPE"),
                        tuple("targets[3]", "NOT_A_NUMBER"),
                        tuple("targets[2]", "OUT_OF_RANGE"),
                        tuple("rates.EUR", "WRONG_TYPE"));
    }

    @ParameterizedTest
    @CsvSource({
        "null, REQUIRED",
        "\"NaN\", WRONG_TYPE",
        "-Infinity, NOT_A_NUMBER",
        "1e400, OUT_OF_RANGE",
        "true, WRONG_TYPE",
        "\"\", WRONG_TYPE"
    })
    void primitiveNumberTakesNothingButNumbers(String weight, String code) {
        assertThat(faults("{\"count\": 1, \"lots\": 1, \"stop_loss\": 1, \"weight\": %s}".formatted(weight)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("weight", code));
    }

    @Test
    void missingPrimitiveIsRequiredAndDoesNotHideOtherFaults() {
        assertThat(faults("{\"lots\": -1, \"stop_loss\": 1}"))
                .extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("weight", "REQUIRED"), tuple("count", "REQUIRED"), tuple("lots", "OUT_OF_RANGE"));
    }

    @Test
    void numberBeyondAllLimitsIsNoNumber() {
        assertThat(problem("{\"lots\": 1e99999999999999999999}").code()).isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e31", "1e-31", "12345678901234567890123456789012345678901", "1e999999999"})
    void decimalOfUnusualSizeIsRefused(String lots) {
        assertThat(faults("{\"weight\": 1, \"count\": 1, \"lots\": %s, \"stop_loss\": 1}".formatted(lots)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("lots", "OUT_OF_RANGE"));
    }

    @Test
    void longValueIsShortenedInTheAnswer() {
        String rejected = faults("{\"weight\": 1, \"count\": 1, \"lots\": \"%s\"}".formatted("x".repeat(10_000)))
                .getFirst()
                .rejected();

        assertThat(rejected).hasSize(100).endsWith("...");
    }

    @Test
    void thousandsOfFaultsAreAnsweredWithTheFirst() {
        String targets = IntStream.range(0, 5_000).mapToObj(_ -> "\"x\"").collect(Collectors.joining(","));

        ProblemException problem =
                problem("{\"weight\": 1, \"count\": 1, \"lots\": 1, \"targets\": [%s]}".formatted(targets));

        assertThat(problem.errors()).hasSize(50);
        assertThat(problem.detail()).endsWith("targets[9] and 40 more");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"lots\": 1,}', MALFORMED_JSON",
        "'{\"lots\": 1} {}', MALFORMED_JSON",
        "'{lots: 1}', MALFORMED_JSON",
        "'', BODY_MISSING",
        "null, BODY_MISSING"
    })
    void whatIsNoJsonIsToldApart(String body, ProblemCode code) {
        assertThat(problem(body).code()).isEqualTo(code);
    }

    @Test
    void deeplyNestedBodyIsRefusedRatherThanFollowed() {
        assertThat(problem("[".repeat(100_000)).code()).isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void typeThatCannotBeBoundIsABugAndNoFaultOfTheBody() {
        assertThatThrownBy(() ->
                        binder.bind("{}".getBytes(StandardCharsets.UTF_8), json.constructType(CannotBeBound.class)))
                .isInstanceOf(InvalidDefinitionException.class);
    }

    private Order bind(String body) {
        return (Order) binder.bind(body.getBytes(StandardCharsets.UTF_8), json.constructType(Order.class));
    }

    private List<FieldError> faults(String body) {
        ProblemException problem = problem(body);
        assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
        return problem.errors();
    }

    private ProblemException problem(String body) {
        return catchThrowableOfType(ProblemException.class, () -> bind(body));
    }
}
