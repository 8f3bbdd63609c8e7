package dev.tradesuite.contracts.sizing;

import java.math.BigDecimal;

/**
 * An instrument as the catalogue describes it. {@code GET /api/v1/instruments}.
 *
 * @param symbol such as {@code EURUSD}
 * @param assetClass fx, metal, stock or crypto
 * @param baseCurrency what is bought
 * @param quoteCurrency what it is priced in
 * @param contractSize base units in one lot
 * @param pipSize one pip in price units
 * @param tickSize smallest change of the price
 * @param lotStep smallest change of the size
 * @param minLot smallest size
 * @param maxLot largest size
 * @param marginRate margin as a fraction of the notional
 * @param minStopPips smallest distance of a stop
 * @param maxStopPips largest distance of a stop
 * @param defaultStopPips distance of a stop that nobody stated, while the average true range is not known
 */
public record InstrumentInfo(
        String symbol,
        String assetClass,
        String baseCurrency,
        String quoteCurrency,
        BigDecimal contractSize,
        BigDecimal pipSize,
        BigDecimal tickSize,
        BigDecimal lotStep,
        BigDecimal minLot,
        BigDecimal maxLot,
        BigDecimal marginRate,
        BigDecimal minStopPips,
        BigDecimal maxStopPips,
        BigDecimal defaultStopPips) {}
