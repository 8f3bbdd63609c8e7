package dev.tradesuite.backtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a result to files. */
public final class BacktestFiles {

    private BacktestFiles() {}

    /**
     * Writes {@code equity.csv}, {@code trades.csv}, {@code equity.svg} and {@code summary.txt}, in place of older
     * ones.
     *
     * @param folder made when it is missing
     * @return the files
     * @throws UncheckedIOException one cannot be written
     */
    public static List<Path> write(BacktestResult result, Path folder) {
        try {
            Files.createDirectories(folder);
            return List.of(
                    Files.writeString(folder.resolve("summary.txt"), String.join("\n", result.summary()) + "\n"),
                    equity(result, folder.resolve("equity.csv")),
                    trades(result, folder.resolve("trades.csv")),
                    Files.writeString(folder.resolve("equity.svg"), EquityChart.svg(result)));
        } catch (IOException e) {
            throw new UncheckedIOException("The result cannot be written to " + folder, e);
        }
    }

    private static Path equity(BacktestResult result, Path file) throws IOException {
        return table(
                file,
                List.of("label", "day", "cash", "positions_value", "value", "open_positions", "trades"),
                result.equity(),
                point -> List.of(
                        result.label(),
                        point.day(),
                        point.cash().toPlainString(),
                        point.positionsValue().toPlainString(),
                        point.value().toPlainString(),
                        point.openPositions(),
                        point.trades()));
    }

    private static Path trades(BacktestResult result, Path file) throws IOException {
        return table(
                file,
                List.of(
                        "label",
                        "market_id",
                        "question",
                        "outcome",
                        "opened_on",
                        "price",
                        "shares",
                        "cost",
                        "exit",
                        "closed_on",
                        "exit_price",
                        "proceeds",
                        "profit"),
                result.trades(),
                trade -> List.of(
                        result.label(),
                        trade.marketId(),
                        trade.question(),
                        trade.outcome(),
                        trade.openedOn(),
                        trade.price().toPlainString(),
                        trade.shares().toPlainString(),
                        trade.cost().toPlainString(),
                        trade.exit(),
                        trade.closedOn(),
                        trade.exitPrice().toPlainString(),
                        trade.proceeds().toPlainString(),
                        trade.profit().toPlainString()));
    }

    private static <R> Path table(Path file, List<String> columns, List<R> rows, Function<R, List<Object>> row)
            throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .setRecordSeparator('\n')
                .get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format)) {
            for (R each : rows) {
                printer.printRecord(row.apply(each));
            }
        }
        return file;
    }
}
