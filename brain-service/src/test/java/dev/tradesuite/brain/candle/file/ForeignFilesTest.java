package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.RefusedRow;
import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.UnreadableSourceException.Fault;
import dev.tradesuite.contracts.brain.RowRefusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as exchanges, terminals, data vendors and spreadsheets write them. */
@SuppressWarnings("StringConcatToTextBlock") // line ends and byte order marks matter
class ForeignFilesTest {

    @Test
    void binanceKlinesWithoutHeaderInMicrosecondsAndMilliseconds() {
        String micros =
                """
                1767571200000000,80.10,80.90,79.80,80.50,1200.25,1767571259999999,96500.0,310,600.1,48300.0,0
                1767571260000000,80.50,80.70,80.20,80.60,800.75,1767571319999999,64400.0,210,410.2,33000.0,0
                """;

        String[] expected = {
            "2026-01-05T00:00:00Z 80.10 80.90 79.80 80.50 1200.25",
            "2026-01-05T00:01:00Z 80.50 80.70 80.20 80.60 800.75"
        };
        assertThat(read(micros, "LTCUSDT").candles()).containsExactly(expected);
        assertThat(read(micros.replaceAll("(?m)^(\\d{13})\\d{3}", "$1"), "LTCUSDT")
                        .candles())
                .containsExactly(expected);
    }

    @Test
    void binanceKlinesWithHeader() {
        assertThat(read(
                                """
                                open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore
                                1767571200000000,80.10,80.90,79.80,80.50,1200.25,1767571259999999,96500.0,310,600.1,48300.0,0
                                """,
                                "LTCUSDT")
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 80.10 80.90 79.80 80.50 1200.25");
    }

    @Test
    void metaTrader4WithoutHeader() {
        assertThat(read(
                                "2026.01.05,09:00,1.5011,1.5033,1.5001,1.5022,321\r\n"
                                        + "2026.01.05,09:05,1.5022,1.5024,1.5010,1.5015,287\r\n",
                                "EURCAD")
                        .candles())
                .containsExactly(
                        "2026-01-05T09:00:00Z 1.5011 1.5033 1.5001 1.5022 321",
                        "2026-01-05T09:05:00Z 1.5022 1.5024 1.5010 1.5015 287");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Time;Open;High;Low;Close;Volume\n"})
    void histDataAndNinjaTraderWithAndWithoutHeader(String header) {
        assertThat(FileReading.of(
                                header
                                        + "20260105 180000;1.701000;1.703000;1.700500;1.702500;0\n"
                                        + "20260105 180100;1.702500;1.702600;1.702000;1.702100;0\n",
                                TestFormat.of("EURAUD").zone("-05:00").build())
                        .candles())
                .containsExactly(
                        "2026-01-05T23:00:00Z 1.701000 1.703000 1.700500 1.702500 0",
                        "2026-01-05T23:01:00Z 1.702500 1.702600 1.702000 1.702100 0");
    }

    @Test
    void dukascopyLocalTimeCountsWithItsOffset() {
        assertThat(read(
                                """
                                Local time,Open,High,Low,Close,Volume
                                06.01.2026 00:00:00.000 GMT+0100,1.8010,1.8020,1.8005,1.8015,120.5
                                06.01.2026 00:01:00.000 GMT-0430,1.8015,1.8016,1.8010,1.8011,60.25
                                """,
                                "EURNZD")
                        .candles())
                .containsExactly(
                        "2026-01-05T23:00:00Z 1.8010 1.8020 1.8005 1.8015 120.5",
                        "2026-01-06T04:31:00Z 1.8015 1.8016 1.8010 1.8011 60.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Gmt time", "Time (UTC)"})
    void dukascopyUtcColumnIsTheTime(String header) {
        assertThat(read(
                                header
                                        + ",Open,High,Low,Close,Volume\n"
                                        + "06.01.2026 00:01:00.000 UTC,1.8,1.9,1.7,1.85,6.5\n",
                                "EURNZD")
                        .candles())
                .containsExactly("2026-01-06T00:01:00Z 1.8 1.9 1.7 1.85 6.5");
    }

    @Test
    void stooqBulkFilesByDayAndByFiveMinutes() {
        String header = "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\r\n";

        assertThat(read(header + "AAPL.US,D,20260105,000000,250.1,252.2,249.3,251.4,4000000,0\r\n", "AAPL")
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 250.1 252.2 249.3 251.4 4000000");
        assertThat(FileReading.of(
                                header
                                        + "AAPL.US,5,20260105,153000,250.1,252.2,249.3,251.4,4000,0\r\n"
                                        + "AAPL.US,5,20260105,93500,250.1,252.2,249.3,251.4,4000,0\r\n",
                                TestFormat.of("AAPL").zone("Europe/Warsaw").build())
                        .rows)
                .extracting(row -> row.openTime().toString())
                .containsExactly("2026-01-05T14:30:00Z", "2026-01-05T08:35:00Z");
        assertThat(read("AAPL.US,D,20260105,000000,250,252,249,251,4000000,0\n", "AAPL")
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 250 252 249 251 4000000");
    }

    @Test
    void thousandsInQuotes() {
        assertThat(read(
                                "Date,Open,High,Low,Close,Volume\n"
                                        + "2026-01-05,\"4,410.25\",\"4,450.00\",\"4,400.5\",\"4,433.1\",\"61,234\"\n",
                                "XAUUSD")
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 4410.25 4450.00 4400.5 4433.1 61234");
    }

    @Test
    void decimalCommaIsSeen() {
        FileFormat german = TestFormat.of("EURCHF")
                .column(CandleField.TIME, "Datum")
                .column(CandleField.OPEN, "Erster")
                .column(CandleField.HIGH, "Hoch")
                .column(CandleField.LOW, "Tief")
                .column(CandleField.CLOSE, "Schlusskurs")
                .column(CandleField.VOLUME, "Volumen")
                .build();

        assertThat(FileReading.of(
                                """
                                Datum;Erster;Hoch;Tief;Schlusskurs;Volumen
                                05.01.2026;0,9312;0,9340;0,9301;0,9333;1.250
                                06.01.2026;0,9333;0,934;0,9320;0,933;900
                                """,
                                german)
                        .candles())
                .containsExactly(
                        "2026-01-05T00:00:00Z 0.9312 0.9340 0.9301 0.9333 1250",
                        "2026-01-06T00:00:00Z 0.9333 0.934 0.9320 0.933 900");
    }

    @Test
    void groupsMayBeParted() {
        assertThat(read(
                                "Date;Open;High;Low;Close;Volume\n"
                                        + "2026-01-05;4.410,25;4 450,00;4'400,5;4\u202F433,1;61.234\n",
                                "XAUUSD")
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 4410.25 4450.00 4400.5 4433.1 61234");
    }

    @Test
    void investingComShowsThePriceAsCloseAndShortensVolumes() {
        FileReading read = read(
                """
                "Date","Price","Open","High","Low","Vol.","Change %"
                "01/15/2026","4,433.10","4,410.25","4,450.00","4,400.50","181.50K","-0.27%"
                "01/14/2026","4,410.25","4,400.00","4,420.00","4,390.00","-","0.47%"
                "01/13/2026","4,400.00","4,400.00","4,420.00","4,390.00","1.2M","0.47%"
                """,
                "XAUUSD");

        assertThat(read.candles())
                .containsExactly(
                        "2026-01-15T00:00:00Z 4410.25 4450.00 4400.50 4433.10 181500",
                        "2026-01-14T00:00:00Z 4400.00 4420.00 4390.00 4410.25 -",
                        "2026-01-13T00:00:00Z 4400.00 4420.00 4390.00 4400.00 1200000");
        assertThat(FileReading.of(
                                "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\"\n"
                                    + "\"02/03/2026\",\"4,433.10\",\"4,410.25\",\"4,450.00\",\"4,400.50\",\"181.50K\"\n",
                                TestFormat.of("XAUUSD")
                                        .times("MM/dd/yyyy")
                                        .column(CandleField.CLOSE, "Price")
                                        .column(CandleField.VOLUME, "Vol.")
                                        .build())
                        .candles())
                .containsExactly("2026-02-03T00:00:00Z 4410.25 4450.00 4400.50 4433.10 181500");
    }

    @Test
    void hoursThatBeginAtHalfPastKeepTheirTime() {
        assertThat(read("Datetime,Open,High,Low,Close,Volume\n2026-01-05 09:30:00-05:00,250,252,249,251,1000\n", "AAPL")
                        .candles())
                .containsExactly("2026-01-05T14:30:00Z 250 252 249 251 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://www.data.example/\n", "Prices of our exchange, all rights reserved\n\n"})
    void volumeIsTheOneOfTheCoinAndTitlesBeforeTheHeaderArePassedOver(String title) {
        assertThat(FileReading.of(
                                title
                                        + """
                                        unix,date,symbol,open,high,low,close,Volume USDT,Volume BTC,tradecount
                                        1767571200000,2026-01-05 00:00:00,BTC/USDT,91000.5,92000,90000,91500.25,5870000000.5,64000.75,5000000
                                        """,
                                FileFormat.detected())
                        .rows)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.symbol()).isEqualTo("BTCUSDT");
                    assertThat(row.openTime()).isEqualTo("2026-01-05T00:00:00Z");
                    assertThat(row.volume()).isEqualByComparingTo("64000.75");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1767574800.0", "1767574800000.0", "1767574800000000", "1767574800000000000", "1767574800"})
    void epochsInEveryUnitWithAndWithoutFraction(String time) {
        assertThat(read("ts_event,open,high,low,close,volume\n" + time + ",1.1,1.3,1.0,1.2,5\n", "EURUSD")
                        .candles())
                .containsExactly("2026-01-05T01:00:00Z 1.1 1.3 1.0 1.2 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A header that ends in a delimiter, rows that do, and both.
                "Date,Open,High,Low,Close,Volume,\n2026-01-05,1.1,1.3,1.0,1.2,5\n",
                "Date,Open,High,Low,Close,Volume\n2026-01-05,1.1,1.3,1.0,1.2,5,\n",
                "Date,Open,High,Low,Close,Volume,\n2026-01-05,1.1,1.3,1.0,1.2,5,\n",
                "2026-01-05,1.1,1.3,1.0,1.2,5,\n",
                // An index column without a name, and one beside the date.
                ",open,high,low,close,volume\n2026-01-05 00:00:00+00:00,1.1,1.3,1.0,1.2,5\n",
                ",date,open,high,low,close,volume\n0,2026-01-05,1.1,1.3,1.0,1.2,5\n",
                "0,2026-01-05,1.1,1.3,1.0,1.2,5\n",
                // What spreadsheets add.
                "sep=;\r\nDate;Open;High;Low;Close;Volume\r\n2026-01-05;1.1;1.3;1.0;1.2;5\r\n",
                "sep=\t\nDate\tOpen\tHigh\tLow\tClose\tVolume\n2026-01-05\t1.1\t1.3\t1.0\t1.2\t5\n",
                "\uFEFFDate;Open;High;Low;Close;Volume\r2026-01-05;1,1;1,3;1,0;1,2;5\r",
                // Dates in words, and with the time of day in the other half of the clock.
                "Date,Open,High,Low,Close,Volume\n\"Jan 05, 2026\",1.1,1.3,1.0,1.2,5\n",
                "Date,Open,High,Low,Close,Volume\n05-Jan-2026,1.1,1.3,1.0,1.2,5\n",
                "Date,Open,High,Low,Close,Volume\n2026-01-05 12:00 AM,1.1,1.3,1.0,1.2,5\n",
                // MetaTrader 5, MetaStock, AlphaVantage, Nasdaq, yfinance.
                "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\n"
                        + "2026.01.05\t00:00:00\t1.1\t1.3\t1.0\t1.2\t5\t0\t1\n",
                "<TICKER>,<DTYYYYMMDD>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\n"
                        + "EURUSD,20260105,000000,1.1,1.3,1.0,1.2,5\n",
                "timestamp,1. open,2. high,3. low,4. close,5. volume\n2026-01-05,1.1,1.3,1.0,1.2,5\n",
                "Date,Close/Last,Volume,Open,High,Low\n2026-01-05,$1.2,5,$1.1,$1.3,$1.0\n",
                "Price,Close,High,Low,Open,Volume\nTicker,X,X,X,X,X\nDate,,,,,\n2026-01-05,1.2,1.3,1.0,1.1,5\n"
            })
    void oneCandleWrittenInManyWays(String text) {
        assertThat(read(text, "EURUSD").candles()).containsExactly("2026-01-05T00:00:00Z 1.1 1.3 1.0 1.2 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf16IsRead(String charset) {
        byte[] bytes = "Date\tOpen\tHigh\tLow\tClose\tVolume\r\n2026-01-05\t1.1\t1.3\t1.0\t1.2\t5\r\n"
                .getBytes(Charset.forName(charset));

        assertThat(FileReading.of(bytes, TestFormat.of("EURUSD").build()).candles())
                .containsExactly("2026-01-05T00:00:00Z 1.1 1.3 1.0 1.2 5");
    }

    @Test
    void headersInLatin1DoNotHinder() {
        byte[] bytes = "Date,Open,High,Low,Close,\u00C4nderung\n2026-01-05,1.1,1.3,1.0,1.2,5\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(FileReading.of(bytes, TestFormat.of("EURUSD").build()).candles())
                .containsExactly("2026-01-05T00:00:00Z 1.1 1.3 1.0 1.2 -");
    }

    @Test
    void yahooWithoutVolumeAndWithAdjustedCloses() {
        FileReading read = read(
                """
                Date,Open,High,Low,Close,Adj Close,Volume
                2026-01-05,250,252,249,251,250.5,null
                2026-01-06,251,253,250,252,251.5,N/A
                2026-01-07,null,null,null,null,null,null
                """,
                "AAPL");

        assertThat(read.candles())
                .containsExactly("2026-01-05T00:00:00Z 250 252 249 251 -", "2026-01-06T00:00:00Z 251 253 250 252 -");
        assertThat(read.rows)
                .extracting(CandleRow::adjustedClose)
                .extracting(String::valueOf)
                .containsExactly("250.5", "251.5");
        assertThat(read.refused).extracting(RefusedRow::reason).containsExactly(RowRefusal.BAD_NUMBER);
    }

    @Test
    void orderOfDayAndMonthIsTheOneThatSomeRowShows() {
        String header = "Date,Open,High,Low,Close\n";
        assertThat(read(header + "3/2/2026,1.1,1.3,1.0,1.2\n13/2/2026,1.1,1.3,1.0,1.2\n", "EURUSD").rows)
                .extracting(row -> row.openTime().toString())
                .containsExactly("2026-02-03T00:00:00Z", "2026-02-13T00:00:00Z");
        FileReading monthFirst = read(
                header
                        + "03/02/2026 09:30,1.1,1.3,1.0,1.2\n"
                        + "03/13/2026 1:30 PM,1.1,1.3,1.0,1.2\n"
                        + "14/03/2026 09:30,1.1,1.3,1.0,1.2\n",
                "EURUSD");
        assertThat(monthFirst.rows)
                .extracting(row -> row.openTime().toString())
                .containsExactly("2026-03-02T09:30:00Z", "2026-03-13T13:30:00Z");
        assertThat(monthFirst.refused)
                .as("the first row that shows an order counts")
                .extracting(RefusedRow::line)
                .containsExactly(4L);
    }

    @Test
    void ambiguousDatesAreRefusedWithTheOptionThatDecides() {
        assertThat(faults(
                        "Date,Open,High,Low,Close\n03/02/2026,1.1,1.3,1.0,1.2\n04/02/2026,1.1,1.3,1.0,1.2\n",
                        TestFormat.of("EURUSD")))
                .extracting(Fault::setting, Fault::message)
                .singleElement()
                .asString()
                .contains("time_format", "'03/02/2026'", "dd/MM/yyyy", "MM/dd/yyyy");
    }

    @Test
    void ambiguousCommasAreRefusedWithTheOptionThatDecides() {
        String file = "Date;Open;High;Low;Close\n2026-01-05;1,101;1,303;1,002;1,204\n";

        assertThat(faults(file, TestFormat.of("EURUSD")))
                .extracting(Fault::setting, Fault::message)
                .singleElement()
                .asString()
                .contains("decimal_comma", "'1,101'", "decimal_comma=true");
        assertThat(FileReading.of(
                                file, TestFormat.of("EURUSD").decimalComma(true).build())
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 1.101 1.303 1.002 1.204 -");
        assertThat(FileReading.of(
                                file,
                                TestFormat.of("XAUUSD").decimalComma(false).build())
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 1101 1303 1002 1204 -");
    }

    @Test
    void commasThatPartCellsAndMarkDecimalsAreRefused() {
        assertThat(faults("Date,Open,High,Low,Close\n05.01.2026,1,101,1,303,1,002,1,204\n", TestFormat.of("EURUSD")))
                .extracting(Fault::setting)
                .containsExactly("decimal_comma");
    }

    @Test
    void columnsThatNothingShowsAreRefusedWithTheOptionThatDecides() {
        // Low, high, open, close, as one exchange orders them.
        String file = "1767571200,1.0,1.3,1.1,1.2,5\n1767574800,1.0,1.3,1.1,1.2,5\n";

        assertThat(faults(file, TestFormat.of("EURUSD")))
                .extracting(Fault::setting, Fault::message)
                .singleElement()
                .asString()
                .contains("columns", "no_header=true", "1=time,2=open");
        TestFormat told = TestFormat.of("EURUSD")
                .noHeader()
                .column(CandleField.TIME, "1")
                .column(CandleField.LOW, "2")
                .column(CandleField.HIGH, "3")
                .column(CandleField.OPEN, "4")
                .column(CandleField.CLOSE, "5")
                .column(CandleField.VOLUME, "6");
        assertThat(FileReading.of(file, told.build()).candles())
                .containsExactly("2026-01-05T00:00:00Z 1.1 1.3 1.0 1.2 5", "2026-01-05T01:00:00Z 1.1 1.3 1.0 1.2 5");
    }

    @Test
    void twoColumnsWithoutNamesAreJoinedToATime() {
        TestFormat told = TestFormat.of("EURUSD")
                .column(CandleField.TIME, "2", "3")
                .column(CandleField.CLOSE, "4")
                .column(CandleField.OPEN, "5")
                .column(CandleField.HIGH, "6")
                .column(CandleField.LOW, "7");

        assertThat(FileReading.of("x|2026-01-05|10:30|1.2|1.1|1.3|1.0\n", told.build())
                        .candles())
                .containsExactly("2026-01-05T10:30:00Z 1.1 1.3 1.0 1.2 -");
    }

    @Test
    void columnWithoutANameIsToldByItsNumber() {
        assertThat(FileReading.of(
                                "index,,open,high,low,close\n7,2026-01-05,1.1,1.3,1.0,1.2\n",
                                TestFormat.of("EURUSD")
                                        .column(CandleField.TIME, "2")
                                        .build())
                        .candles())
                .containsExactly("2026-01-05T00:00:00Z 1.1 1.3 1.0 1.2 -");
    }

    @Test
    void priceThatLooksLikeATimeOfDayIsAPrice() {
        assertThat(read("20260105,1850,1860,1840,1855,1000\n", "XAUUSD").candles())
                .containsExactly("2026-01-05T00:00:00Z 1850 1860 1840 1855 1000");
    }

    private static FileReading read(String text, String symbol) {
        return FileReading.of(text, TestFormat.of(symbol).build());
    }

    private static List<Fault> faults(String text, TestFormat format) {
        FileFormat built = format.build();
        UnreadableSourceException[] refused = new UnreadableSourceException[1];
        assertThatThrownBy(() -> FileReading.of(text, built))
                .asInstanceOf(type(UnreadableSourceException.class))
                .satisfies(cause -> refused[0] = cause);
        return refused[0].faults();
    }
}
