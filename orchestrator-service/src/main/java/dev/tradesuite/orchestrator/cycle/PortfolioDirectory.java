package dev.tradesuite.orchestrator.cycle;

import java.util.List;

/** The portfolios, as ledger-service keeps them. */
public interface PortfolioDirectory {

    Lookup find(long id);

    /** Every portfolio, by number. Fails when ledger-service cannot answer. */
    List<PortfolioRef> all();

    /** Every active portfolio, by number. Fails when ledger-service cannot answer. */
    List<PortfolioRef> active();

    /** What became of a search. */
    sealed interface Lookup {

        /** It is there. */
        record Found(PortfolioRef portfolio) implements Lookup {}

        /** It is not, or nobody can say. */
        record Missing(CycleFailure why) implements Lookup {}
    }
}
