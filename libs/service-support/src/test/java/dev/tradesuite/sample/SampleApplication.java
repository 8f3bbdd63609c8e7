package dev.tradesuite.sample;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the sample. */
@SpringBootApplication
public class SampleApplication {

    public static void main(String[] args) {
        SuiteApplication.run(SampleApplication.class, "sample-service", args);
    }
}
