package dev.tradesuite.ledger;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts ledger-service. */
@SpringBootApplication
public class LedgerApplication {

    public static void main(String[] args) {
        SuiteApplication.run(LedgerApplication.class, "ledger-service", args);
    }
}
