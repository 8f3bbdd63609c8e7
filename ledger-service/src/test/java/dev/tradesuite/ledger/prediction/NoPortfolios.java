package dev.tradesuite.ledger.prediction;

/** Makes queries for tests that are about no portfolio. */
public final class NoPortfolios {

    private NoPortfolios() {}

    public static PortfolioQueries queries() {
        InMemoryBooks books = new InMemoryBooks();
        return new PortfolioQueries(books, books, books);
    }
}
