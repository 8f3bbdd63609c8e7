package dev.tradesuite.accounting.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.test.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts on recorded five-minute bars: gaps over the weekend, flat bars and holes as markets make them. */
class RecordedBarsTest {

    private static final int WINDOW = 48;

    @ParameterizedTest
    @CsvSource({
        "EURUSD_M5_utc_2026-03_2026-06, EURUSD",
        "USDCOP_M5_utc_2024-01_2026-01, USDCOP",
        "USDJPY_M5_utc_2026-05_2026-06, USDJPY",
        "XAUUSD_M5_utc_2026-03_2026-06, XAUUSD"
    })
    void everyDollarIsAccountedFor(String file, String symbol) throws IOException {
        Instrument instrument = PaperTests.instrument(symbol);
        List<PaperBar> bars = bars(file, instrument);
        PaperAccount account = PaperAccount.open(
                PaperRules.ordinary(instrument, FillCostTable.shipped().of(instrument)), new BigDecimal("10000"));
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        int trades = 0;
        for (int i = 0; i < bars.size(); i++) {
            PaperStep step = account.apply(bars.get(i), signal(instrument, bars, i));
            account = step.account();
            for (PaperTrade trade : step.trades()) {
                net = net.add(trade.realizedPnl());
                fees = fees.add(trade.fees());
                trades++;
                assertThat(trade.exitPrice())
                        .isBetween(bars.get(i).low(), bars.get(i).high());
            }
            if (account.position() == null) {
                assertThat(step.equity().equity().subtract(new BigDecimal("10000")))
                        .isEqualByComparingTo(net);
            }
        }
        PaperStep end = account.endRun(bars.getLast());
        for (PaperTrade trade : end.trades()) {
            net = net.add(trade.realizedPnl());
        }

        assertThat(end.equity().equity()).isEqualByComparingTo(new BigDecimal("10000").add(net));
        assertThat(trades).isGreaterThan(50);
        assertThat(fees).isPositive();
    }

    /** With the trend of four hours, and a stop and a target at multiples of the usual range; no range, no trade. */
    private static PaperSignal signal(Instrument instrument, List<PaperBar> bars, int i) {
        if (i < WINDOW) {
            return PaperSignal.FLAT;
        }
        BigDecimal range = BigDecimal.ZERO;
        for (PaperBar bar : bars.subList(i - WINDOW, i)) {
            range = range.add(bar.high().subtract(bar.low()));
        }
        BigDecimal close = bars.get(i).close();
        BigDecimal stop = instrument.roundToTick(range.divide(BigDecimal.valueOf(WINDOW / 3)));
        int trend = close.subtract(bars.get(i - WINDOW).close()).compareTo(stop.multiply(BigDecimal.TWO));
        int fall = close.subtract(bars.get(i - WINDOW).close()).negate().compareTo(stop.multiply(BigDecimal.TWO));
        if (stop.signum() == 0 || (trend <= 0 && fall <= 0)) {
            return PaperSignal.FLAT;
        }
        Direction direction = trend > 0 ? Direction.LONG : Direction.SHORT;
        BigDecimal towards = stop.multiply(BigDecimal.valueOf(direction.sign()));
        return new PaperSignal(
                direction, new BigDecimal("0.8"), close.subtract(towards), close.add(towards.add(towards)));
    }

    private static List<PaperBar> bars(String file, Instrument instrument) throws IOException {
        List<PaperBar> bars = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require("fx/" + file + ".csv.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line : lines.lines().skip(1).toList()) {
                String[] row = line.split(",", -1);
                Instant start = OffsetDateTime.parse(row[0].replace(' ', 'T')).toInstant();
                BigDecimal close = new BigDecimal(row[5]);
                bars.add(new PaperBar(
                        start,
                        start.plus(PaperTests.LENGTH),
                        new BigDecimal(row[2]),
                        new BigDecimal(row[3]),
                        new BigDecimal(row[4]),
                        close,
                        PaperTests.conversion(instrument, close)));
            }
        }
        return bars;
    }
}
