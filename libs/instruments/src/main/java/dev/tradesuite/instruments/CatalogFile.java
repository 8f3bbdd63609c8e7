package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads instruments from comma-separated lines. */
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

    private static final String WHAT = "Instruments";

    private CatalogFile() {}

    /** The instruments the suite comes with, in the order of the file. */
    static List<Instrument> shipped(String resource) {
        return collected(reader -> CsvTable.readShipped(WHAT, CatalogFile.class, resource, COLUMNS, reader));
    }

    /** All instruments of a file, in its order. */
    static List<Instrument> read(Path file) {
        return collected(reader -> CsvTable.read(WHAT, file, COLUMNS, reader));
    }

    private static List<Instrument> collected(Consumer<CsvTable.RowReader> source) {
        Map<String, Instrument> instruments = new LinkedHashMap<>();
        source.accept(row -> {
            Instrument instrument = new Terms(row).toInstrument();
            if (instruments.putIfAbsent(instrument.symbol(), instrument) != null) {
                throw new IllegalArgumentException("symbol " + instrument.symbol() + " is in the file twice");
            }
        });
        return List.copyOf(instruments.values());
    }

    /** What one line says; its exceptions begin with the name of the faulty field. */
    private record Terms(CsvTable.Row row) {

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
            return row.text(column);
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
