package dev.tradesuite.strategy.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterSetTest {

    private static final Parameter LEAST =
            Parameter.decimal("least", "probability", "0.2", Range.of("0", "1"), "Lower end.");
    private static final Parameter MOST =
            Parameter.decimal("most", "probability", "0.8", Range.of("0", "1"), "Upper end.");
    private static final Parameter COUNT = Parameter.integer("count", "count", 10, Range.of("0", "1000"), "How many.");

    private final ParameterSet parameters =
            new ParameterSet(List.of(LEAST, MOST, COUNT), List.of(Rule.ordered(LEAST, MOST)));

    @Test
    void fillsInWhatIsNotSaid() {
        ParameterValues config = valid(Map.of("most", new BigDecimal("0.9")));

        assertThat(config.decimal(LEAST)).isEqualByComparingTo("0.2");
        assertThat(config.decimal(MOST)).isEqualByComparingTo("0.9");
        assertThat(config.integer(COUNT)).isEqualTo(10);
        assertThat(config.shown().keySet()).containsExactly("least", "most", "count");
        assertThat(config.shown().get("count")).isEqualTo(10);
    }

    @Test
    void readsNumbersHoweverJsonGivesThem() {
        assertThat(valid(Map.of("count", 7L)).integer(COUNT)).isEqualTo(7);
        assertThat(valid(Map.of("count", BigInteger.TWO)).integer(COUNT)).isEqualTo(2);
        assertThat(valid(Map.of("count", new BigDecimal("7.0"))).integer(COUNT)).isEqualTo(7);
        assertThat(valid(Map.of("least", 0.35)).decimal(LEAST)).isEqualByComparingTo("0.35");
        assertThat(valid(Map.of("least", 0.35f)).decimal(LEAST)).isEqualByComparingTo("0.35");
        assertThat(valid(Map.of("least", 0)).decimal(LEAST)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @MethodSource("faultyValues")
    void namesWhatIsWrongWithAValue(String key, @Nullable Object value, String code) {
        Map<String, @Nullable Object> written = new HashMap<>();
        written.put(key, value);

        assertThat(faults(written)).singleElement().satisfies(fault -> {
            assertThat(fault.parameter()).isEqualTo(key);
            assertThat(fault.code()).isEqualTo(code);
        });
    }

    static List<Arguments> faultyValues() {
        return List.of(
                Arguments.of("nothing_known", 1, "UNKNOWN_KEY"),
                Arguments.of("Least", 0.2, "UNKNOWN_KEY"),
                Arguments.of("least", "0.2", "WRONG_TYPE"),
                Arguments.of("least", true, "WRONG_TYPE"),
                Arguments.of("least", List.of(0.2), "WRONG_TYPE"),
                Arguments.of("least", null, "WRONG_TYPE"),
                Arguments.of("least", Double.NaN, "NOT_A_NUMBER"),
                Arguments.of("least", Double.POSITIVE_INFINITY, "NOT_A_NUMBER"),
                Arguments.of("least", Float.NaN, "NOT_A_NUMBER"),
                Arguments.of("least", -0.1, "OUT_OF_RANGE"),
                Arguments.of("least", 1.1, "OUT_OF_RANGE"),
                Arguments.of("least", new BigDecimal("1e999999999"), "OUT_OF_RANGE"),
                Arguments.of("least", new BigDecimal("1e-999999999"), "OUT_OF_RANGE"),
                Arguments.of("count", 2.5, "WRONG_TYPE"),
                Arguments.of("count", 1001, "OUT_OF_RANGE"));
    }

    @Test
    void namesEveryFaultAtOnce() {
        Map<String, @Nullable Object> written = new HashMap<>();
        written.put("least", "low");
        written.put("count", -1);
        written.put("b", 1);
        written.put("a", 1);

        assertThat(faults(written)).extracting(ParameterFault::parameter).containsExactly("a", "b", "least", "count");
    }

    @Test
    void checksRulesBetweenParametersWithTheDefaultsFilledIn() {
        assertThat(faults(Map.of("least", 0.9))).singleElement().satisfies(fault -> {
            assertThat(fault.parameter()).isEqualTo("least");
            assertThat(fault.code()).isEqualTo("EMPTY_BAND");
            assertThat(fault.message()).isEqualTo("expected at most most, which is 0.8");
            assertThat(fault.found()).isEqualTo("0.9");
        });
        assertThat(faults(Map.of("least", 0.9, "most", 0.9))).isEmpty();
    }

    @Test
    void shortensWhatItShows() {
        assertThat(faults(Map.of("least", "x".repeat(500))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.found()).hasSize(67));
    }

    @Test
    void defaultsThatAreNotValidAreAMistakeOfTheStrategy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ParameterSet(List.of(LEAST.withDefault("0.9"), MOST), List.of(Rule.ordered(LEAST, MOST))));
        assertThatIllegalArgumentException().isThrownBy(() -> LEAST.withDefault("2"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ParameterSet(Arrays.asList(LEAST, LEAST), List.of()));
    }

    private ParameterValues valid(Map<String, Object> written) {
        if (parameters.check(written) instanceof Checked.Valid(ParameterValues config)) {
            return config;
        }
        throw new AssertionError("not valid: " + written);
    }

    private List<ParameterFault> faults(Map<String, ? extends @Nullable Object> written) {
        return switch (parameters.check(written)) {
            case Checked.Valid _ -> List.of();
            case Checked.Invalid(var faults) -> faults;
        };
    }
}
