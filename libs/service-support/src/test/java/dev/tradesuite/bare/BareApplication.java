package dev.tradesuite.bare;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the bare service. */
@SpringBootApplication
public class BareApplication {

    public static void main(String[] args) {
        SuiteApplication.run(BareApplication.class, "bare-service", args);
    }
}
