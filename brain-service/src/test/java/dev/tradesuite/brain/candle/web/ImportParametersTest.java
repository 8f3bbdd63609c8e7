package dev.tradesuite.brain.candle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tradesuite.brain.candle.ConflictPolicy;
import dev.tradesuite.brain.candle.file.CandleField;
import dev.tradesuite.brain.candle.file.FileFormat;
import dev.tradesuite.brain.candle.file.TimeRule;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportParametersTest {

    @Test
    void nothingSaidMeansEverythingIsDetectedInUtc() {
        ImportParameters parameters = read(texts("", "", "", "", "", List.of(), ""));

        assertThat(parameters.format().symbol()).isNull();
        assertThat(parameters.format().columns()).isEmpty();
        assertThat(parameters.format().zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(parameters.format().shift()).isZero();
        assertThat(parameters.format().timeRules()).isEmpty();
        assertThat(parameters.onConflict()).isEqualTo(ConflictPolicy.KEEP);
    }

    @Test
    void everythingSaidIsUnderstood() {
        ImportParameters parameters = read(texts(
                "usd/cop",
                "time:DATE+TIME, close : Last price",
                "epoch_ms",
                "America/Bogota",
                "PT-7H",
                List.of("00-12:America/Bogota", "13-14:+01:00"),
                "replace"));

        assertThat(parameters.format().symbol()).isEqualTo("USDCOP");
        assertThat(parameters.format().columns())
                .isEqualTo(Map.of(CandleField.TIME, List.of("DATE", "TIME"), CandleField.CLOSE, List.of("Last price")));
        assertThat(parameters.format().timeFormat())
                .isNotNull()
                .extracting(format -> format.read("0").wallClock().toString())
                .isEqualTo("1970-01-01T00:00");
        assertThat(parameters.format().zone()).isEqualTo(ZoneId.of("America/Bogota"));
        assertThat(parameters.format().shift()).isEqualTo(Duration.ofHours(-7));
        assertThat(parameters.format().timeRules())
                .containsExactly(
                        new TimeRule(0, 12, ZoneId.of("America/Bogota")), new TimeRule(13, 14, ZoneOffset.ofHours(1)));
        assertThat(parameters.onConflict()).isEqualTo(ConflictPolicy.REPLACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "price:x",
                "close",
                "close:",
                ":x",
                "close:a+b",
                "time:a+b+c",
                "close:a,",
                "close:+",
                "close:a,open",
                "1=price",
                "=close"
            })
    void columnsThatMakeNoSenseAreNamed(String columns) {
        assertFaults(texts("", columns, "", "", "", List.of(), ""), "columns");
    }

    @Test
    void columnsWithoutNamesAreToldByNumber() {
        assertThat(read(texts("", "1+2=time, 3=open,Last=close", "", "", "", List.of(), ""))
                        .format()
                        .columns())
                .isEqualTo(Map.of(
                        CandleField.TIME, List.of("1", "2"),
                        CandleField.OPEN, List.of("3"),
                        CandleField.CLOSE, List.of("Last")));
    }

    @Test
    void whatAFileDoesNotShowCanBeSaid() {
        FileFormat said = read(new ImportParameters.Texts("", "", "epoch_ns", "", "", List.of(), "true", "false", ""))
                .format();

        assertThat(said.noHeader()).isTrue();
        assertThat(said.decimalComma()).isFalse();
        assertFaults(
                new ImportParameters.Texts("", "", "", "", "", List.of(), "yes", "1", ""),
                "no_header",
                "decimal_comma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7h", "PT37H", "-PT36H1S", "PT9223372036854775807H"})
    void shiftIsADurationOfADayAndAHalfAtMost(String shift) {
        assertFaults(texts("", "", "", "", shift, List.of(), ""), "shift");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertFaults(
                texts("NOSUCH", "x", "q{", "Bogota", "7h", List.of("8", "9"), "maybe"),
                "symbol",
                "columns",
                "time_format",
                "zone",
                "shift",
                "time_rule",
                "time_rule",
                "on_conflict");
    }

    private static void assertFaults(ImportParameters.Texts texts, String... fields) {
        assertThatThrownBy(() -> read(texts))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::field)
                        .containsExactly(fields));
    }

    private static ImportParameters read(ImportParameters.Texts texts) {
        return ImportParameters.read(texts, InstrumentCatalog.shipped());
    }

    private static ImportParameters.Texts texts(
            String symbol,
            String columns,
            String timeFormat,
            String zone,
            String shift,
            List<String> timeRules,
            String onConflict) {
        return new ImportParameters.Texts(symbol, columns, timeFormat, zone, shift, timeRules, "", "", onConflict);
    }
}
