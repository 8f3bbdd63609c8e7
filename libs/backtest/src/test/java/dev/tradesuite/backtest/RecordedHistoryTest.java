package dev.tradesuite.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.backtest.BacktestTrade.Exit;
import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.test.SharedData;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The favourites of 92 markets of 2022 and 2023, as docs/backtest.md tells. */
class RecordedHistoryTest {

    private final BacktestResult result = Backtests.run(BacktestRequest.of(
            new FavouriteStrategy(),
            Map.of(),
            new HistoryFiles(
                    SharedData.require("prediction/polymarket_prices_daily_2022_2023.csv.gz"),
                    SharedData.require("prediction/polymarket_markets_2022_2023.csv.gz"),
                    null)));

    @TempDir
    Path folder;

    @Test
    void replaysEveryDayOfTheMarketsThatHadAPrice() {
        assertThat(result.markets()).isEqualTo(53);
        assertThat(result.marketsWithoutPrice()).isEqualTo(92 - 53);
        assertThat(result.from()).isEqualTo("2022-12-18");
        assertThat(result.to()).isEqualTo("2024-01-02");
        assertThat(result.equity()).hasSize(381);
        assertThat(result.notes()).extracting(Reason::code).doesNotContain(MarketReason.HISTORY_UNREADABLE.name());
    }

    @Test
    void figuresAreThoseOfTheDocumentation() {
        Map<Exit, Long> exits = result.trades().stream()
                .map(BacktestTrade::exit)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(exits)
                .containsExactlyInAnyOrderEntriesOf(Map.of(Exit.WON, 1L, Exit.LOST, 1L, Exit.NOT_SETTLED, 10L));
        assertThat(result.finalValue()).isEqualByComparingTo("9796.35986707");
        assertThat(result.performance().winRate()).isEqualTo(0.5);
        assertThat(result.performance().profitFactor()).isCloseTo(0.29870129, within(1e-9));
        assertThat(result.performance().maxDrawdown()).isCloseTo(0.0247116825, within(1e-9));
    }

    @Test
    void valueIsTheBalancePlusEveryProfit() {
        BigDecimal profits =
                result.trades().stream().map(BacktestTrade::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(result.finalValue())
                .isEqualByComparingTo(result.initialBalance().add(profits));
    }

    @Test
    void isWrittenToFilesThatOtherProgramsRead() throws Exception {
        BacktestFiles.write(result, folder);
        assertThat(lines("equity.csv"))
                .hasSize(382)
                .first()
                .isEqualTo("label,day,cash,positions_value,value,open_positions,trades");
        assertThat(lines("equity.csv").stream().skip(1)).allMatch(line -> line.startsWith("BACKTEST,"));
        assertThat(lines("trades.csv")).hasSize(13);
        assertThat(lines("summary.txt")).isEqualTo(result.summary());
        String svg = Files.readString(folder.resolve("equity.svg"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("BACKTEST: value of a favourite portfolio");
        assertThat(svg.split("points=\"", -1)[1].split("\"", -1)[0].split(" ", -1))
                .hasSize(381);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
