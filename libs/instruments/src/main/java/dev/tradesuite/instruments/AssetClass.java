package dev.tradesuite.instruments;

/** What kind of thing an instrument is. */
public enum AssetClass {
    /** A currency pair; one lot is usually 100,000 units of the base currency. */
    FX,
    /** A precious metal by the ounce; one lot is usually 100 or 5,000 ounces. */
    METAL,
    /** A share; one lot is one share. */
    STOCK,
    /** A crypto currency; one lot is one coin, and fractions can be traded. */
    CRYPTO;

    /** Says whether the price of such an instrument is also an exchange rate of its base to its quote currency. */
    public boolean isExchangeRate() {
        return this != STOCK;
    }
}
