package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.CatalogException;
import dev.tradesuite.instruments.CsvTable;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Costs by instrument: those of its symbol, else of its asset class. A series of its own costs what its market does.
 */
public final class FillCostTable {

    private static final String WHAT = "Paper costs";
    private static final String SHIPPED = "accounting/paper-costs.csv";
    private static final List<String> COLUMNS =
            List.of("market", "half_spread", "slippage", "unit", "commission_per_lot");

    private final Map<String, FillCosts> byMarket;

    private FillCostTable(Map<String, FillCosts> byMarket) {
        this.byMarket = byMarket;
    }

    /** The costs the suite comes with. */
    public static FillCostTable shipped() {
        Map<String, FillCosts> byMarket =
                collected(reader -> CsvTable.readShipped(WHAT, FillCostTable.class, SHIPPED, COLUMNS, reader));
        for (AssetClass assetClass : AssetClass.values()) {
            if (!byMarket.containsKey(name(assetClass))) {
                throw new IllegalStateException(SHIPPED + " has no costs for " + name(assetClass));
            }
        }
        return new FillCostTable(byMarket);
    }

    /**
     * These costs and those of a file, which has the same format as the shipped one; a line of the file replaces the
     * one of its market.
     *
     * @throws CatalogException when the file cannot be read or has a fault; the message names line and field
     */
    public FillCostTable withOverlay(Path file) {
        Map<String, FillCosts> more = new HashMap<>(byMarket);
        more.putAll(collected(reader -> CsvTable.read(WHAT, file, COLUMNS, reader)));
        return new FillCostTable(more);
    }

    /** What a fill of an instrument costs. */
    public FillCosts of(Instrument instrument) {
        FillCosts own = byMarket.get(instrument.marketSymbol());
        return own != null ? own : byMarket.getOrDefault(name(instrument.assetClass()), FillCosts.NONE);
    }

    private static Map<String, FillCosts> collected(Consumer<CsvTable.RowReader> source) {
        Map<String, FillCosts> byMarket = new HashMap<>();
        source.accept(row -> {
            if (byMarket.putIfAbsent(row.text("market"), costs(row)) != null) {
                throw new IllegalArgumentException("market " + row.text("market") + " is in the file twice");
            }
        });
        return byMarket;
    }

    private static FillCosts costs(CsvTable.Row row) {
        return new FillCosts(
                number(row, "half_spread"), number(row, "slippage"), unit(row), number(row, "commission_per_lot"));
    }

    private static CostUnit unit(CsvTable.Row row) {
        return Arrays.stream(CostUnit.values())
                .filter(unit -> unit.name().equalsIgnoreCase(row.text("unit")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unit must be one of "
                        + Arrays.toString(CostUnit.values()).toLowerCase(Locale.ROOT) + ", was '" + row.text("unit")
                        + "'"));
    }

    private static BigDecimal number(CsvTable.Row row, String column) {
        try {
            return new BigDecimal(row.text(column));
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(column + " must be a number, was '" + row.text(column) + "'");
        }
    }

    private static String name(AssetClass assetClass) {
        return assetClass.name().toLowerCase(Locale.ROOT);
    }
}
