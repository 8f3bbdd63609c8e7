package dev.tradesuite.support.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.RequestTime;
import jakarta.validation.Validation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
            @Nullable BigDecimal takeProfit,
            @Nullable List<String> notes,
            @Nullable Instant at) {

        @AssertTrue(message = "needs a stop or a target")
        boolean isProtected() {
            return stopLoss != null || takeProfit != null;
        }
    }

    interface CannotBeBound {}

    /** The beginning of a body in which nothing is wrong. */
    private static final String GOOD = "{\"weight\": 1, \"count\": 1, \"lots\": 1, \"stop_loss\": 1";

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
    @ValueSource(
            strings = {"1e31", "1e-31", "1e-20", "-9.9e-13", "12345678901234567890123456789012345678901", "1e999999999"
            })
    void decimalOfUnusualSizeIsRefused(String lots) {
        assertThat(faults("{\"weight\": 1, \"count\": 1, \"lots\": %s, \"stop_loss\": 1}".formatted(lots)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("lots", "OUT_OF_RANGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000000001", "0.30000000000000004", "1e12", "0.0"})
    void decimalAsProgramsWriteThemIsTaken(String stop) {
        assertThat(bind("{\"weight\": 1, \"count\": 1, \"lots\": 1, \"stop_loss\": %s}".formatted(stop))
                        .stopLoss())
                .isEqualByComparingTo(stop);
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

        assertThat(problem.errors()).hasSize(20);
        assertThat(problem.detail()).endsWith("targets[19] and at least 980 more");
    }

    @Test
    void restOfTheFaultsIsCounted() {
        String targets = IntStream.range(0, 300).mapToObj(_ -> "-1").collect(Collectors.joining(","));

        ProblemException problem =
                problem("{\"weight\": 1, \"count\": 1, \"lots\": 1, \"stop_loss\": 1, \"targets\": [%s], \"x\": 1}"
                        .formatted(targets));

        assertThat(problem.errors()).hasSize(20);
        assertThat(problem.detail()).endsWith("targets[19] and 281 more");
    }

    @Test
    void faultsAreToldInTheOrderOfTheBodyAndWhatIsMissingAfterWhatIsBesideIt() {
        assertThat(faults("{\"take_profit\": \"x\", \"range\": {\"hihgest\": 1, \"lowest\": \"x\"},"
                        + " \"lots\": -1, \"quantity\": 1, \"targets\": [-1, \"x\"], \"count\": 0}"))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("take_profit", "WRONG_TYPE"),
                        tuple("range.hihgest", "UNKNOWN_FIELD"),
                        tuple("range.lowest", "WRONG_TYPE"),
                        tuple("range.highest", "REQUIRED"),
                        tuple("lots", "OUT_OF_RANGE"),
                        tuple("quantity", "UNKNOWN_FIELD"),
                        tuple("targets[0]", "OUT_OF_RANGE"),
                        tuple("targets[1]", "WRONG_TYPE"),
                        tuple("count", "OUT_OF_RANGE"),
                        tuple("weight", "REQUIRED"));
    }

    @Test
    void unknownFieldIsNamedWithTheOneThatWasMeant() {
        assertThat(faults(GOOD
                        + ", \"stopLoss\": 1, \"quantity\": 1, \"range\": {\"lowest\": 1, \"highest\": 2, \"x\": {}}}"))
                .containsExactly(
                        new FieldError("stopLoss", "UNKNOWN_FIELD", "is not known here; did you mean stop_loss?", null),
                        new FieldError(
                                "quantity",
                                "UNKNOWN_FIELD",
                                "is not known here; known: at, count, lots, notes, range, rates, stop_loss,"
                                        + " take_profit, targets, weight",
                                null),
                        new FieldError("range.x", "UNKNOWN_FIELD", "is not known here; known: highest, lowest", null));
    }

    @Test
    void fieldThatStandsTwiceIsRefusedAlsoWithTheSameValueAndInsideOthers() {
        assertThat(faults(GOOD + ", \"lots\": 1, \"range\": {\"lowest\": 1, \"lowest\": 1, \"highest\": 2},"
                        + " \"rates\": {\"EUR\": 1, \"EUR\": 2}}"))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("lots", "REPEATED"), tuple("range.lowest", "REPEATED"), tuple("rates.EUR", "REPEATED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\nb", "\\r", "\\t", "\u007f", "\\u0085", "\u009f", "\u2028"})
    void textWithAControlCharacterIsRefused(String text) {
        assertThat(faults(GOOD + ", \"notes\": [\"fine\", \"%s\"]}".formatted(text)))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("notes[1]", "CONTROL_CHARACTER"));
        assertThat(faults(GOOD + ", \"rates\": {\"%s\": 1}}".formatted(text)))
                .extracting(FieldError::code)
                .containsExactly("CONTROL_CHARACTER");
    }

    @Test
    void controlCharacterIsToldByItsNumber() {
        assertThat(faults(GOOD + ", \"notes\": [\"a\\u0000b\"]}"))
                .extracting(FieldError::rejected)
                .containsExactly("aU+0000b");
    }

    @Test
    void textOfAnyLanguageIsTaken() {
        assertThat(bind(GOOD + ", \"notes\": [\"Zürich\", \"東京\", \"📈\", \"\\ud83d\\udcc8\"]}")
                        .notes())
                .containsExactly("Zürich", "東京", "📈", "📈");
    }

    @Test
    void nullInAListIsRefused() {
        assertThat(faults(GOOD + ", \"notes\": [\"a\", null], \"targets\": [null]}"))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("notes[1]", "REQUIRED"), tuple("targets[0]", "REQUIRED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-04-01T02:00:00+02:00\"", "1775001600", "1775001600000", "1775001600.0"})
    void timeIsReadInEveryUnit(String time) {
        assertThat(bind(GOOD + ", \"at\": %s}".formatted(time)).at()).isEqualTo("2026-04-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"-999999999-01-01T00:00:00Z\"", "-1", "5000000000", "\"2026-04-01\"", "true", "{}", "1e300"})
    void whatIsNoTimeIsRefusedWithWhatIs(String time) {
        assertThat(faults(GOOD + ", \"at\": %s}".formatted(time)))
                .extracting(FieldError::field, FieldError::code, FieldError::message)
                .containsExactly(tuple("at", "WRONG_TYPE", "expected " + RequestTime.EXPECTED));
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
