package dev.tradesuite.instruments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads instruments from comma-separated lines under a header line; the columns may come in any order.
 *
 * <p>Empty lines and lines that begin with {@code #} are skipped. Every faulty line is reported, not just the first.
 */
final class CatalogFile {

    private static final List<String> COLUMNS = List.of(
            "symbol",
            "asset_class",
            "base",
            "quote",
            "contract_size",
            "pip_size",
            "tick_size",
            "lot_step",
            "min_lot",
            "max_lot",
            "margin_rate",
            "min_stop_pips",
            "max_stop_pips",
            "default_stop_pips");

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private List<String> header = List.of();

    private CatalogFile() {}

    /**
     * Reads all instruments in the order of the file.
     *
     * @param source name of the file for messages
     * @throws CatalogException when anything in the file is not as it should be
     */
    static List<Instrument> read(String source, Reader text) throws IOException {
        CatalogFile file = new CatalogFile();
        file.readLines(new BufferedReader(text));
        if (!file.faults.isEmpty()) {
            throw new CatalogException(source, file.faults);
        }
        return List.copyOf(file.instruments.values());
    }

    private void readLines(BufferedReader lines) throws IOException {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            // Spreadsheets put a byte order mark before the first character.
            String content = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            List<String> cells =
                    Arrays.stream(content.split(",", -1)).map(String::strip).toList();
            if (!header.isEmpty()) {
                readInstrument(number, cells);
            } else if (!readHeader(number, cells)) {
                return;
            }
        }
        if (header.isEmpty()) {
            faults.add("the file has no header line; expected " + String.join(",", COLUMNS));
        }
    }

    private boolean readHeader(int number, List<String> cells) {
        header = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                faults.add("line " + number + ", header: the column " + column + " is missing");
            }
        }
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                faults.add("line " + number + ", header: the column '" + column + "' is not known");
            }
        }
        if (header.stream().distinct().count() < header.size()) {
            faults.add("line " + number + ", header: a column is there twice");
        }
        return faults.isEmpty();
    }

    private void readInstrument(int number, List<String> cells) {
        if (cells.size() != header.size()) {
            faults.add("line " + number + ": expected " + header.size() + " fields, found " + cells.size());
            return;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        Instrument instrument;
        try {
            instrument = new Row(row).toInstrument();
        } catch (IllegalArgumentException rule) {
            faults.add("line " + number + ", " + rule.getMessage());
            return;
        }
        if (instruments.putIfAbsent(instrument.symbol(), instrument) != null) {
            faults.add("line " + number + ", symbol " + instrument.symbol() + " is in the file twice");
        }
    }

    /** One line by column name; its exceptions begin with the name of the faulty field. */
    private record Row(Map<String, String> cells) {

        Instrument toInstrument() {
            return new Instrument(
                    text("symbol"),
                    assetClass(),
                    text("base"),
                    text("quote"),
                    number("contract_size"),
                    number("pip_size"),
                    number("tick_size"),
                    number("lot_step"),
                    new Lots(notNegative("min_lot")),
                    new Lots(notNegative("max_lot")),
                    number("margin_rate"),
                    new Pips(notNegative("min_stop_pips")),
                    new Pips(notNegative("max_stop_pips")),
                    new Pips(notNegative("default_stop_pips")));
        }

        private String text(String column) {
            return cells.getOrDefault(column, "");
        }

        private AssetClass assetClass() {
            String found = text("asset_class");
            return Arrays.stream(AssetClass.values())
                    .filter(assetClass -> assetClass.name().equalsIgnoreCase(found))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("asset_class must be one of "
                            + Arrays.toString(AssetClass.values()).toLowerCase(Locale.ROOT) + ", was '" + found + "'"));
        }

        private BigDecimal number(String column) {
            String found = text(column);
            try {
                return new BigDecimal(found);
            } catch (NumberFormatException _) {
                throw new IllegalArgumentException(column + " must be a number, was '" + found + "'");
            }
        }

        private BigDecimal notNegative(String column) {
            BigDecimal value = number(column);
            if (value.signum() < 0) {
                throw new IllegalArgumentException(column + " must not be negative, was " + value.toPlainString());
            }
            return value;
        }
    }
}
