package dev.tradesuite.benchmarks.flow.hop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service of the suite's own make that does nothing. */
@SpringBootApplication
public class HopApplication {

    /** Name of the service and of its configuration file. */
    public static final String NAME = "benchmark-hop";
}
