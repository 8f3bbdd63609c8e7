package dev.tradesuite.controller.sample;

import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyProvider;
import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A controller with a database. */
@SpringBootApplication(proxyBeanMethods = false)
public class SampleApplication implements StrategyProvider {

    public static void main(String[] args) {
        SuiteApplication.run(SampleApplication.class, "strategy-sample-service", args);
    }

    @Override
    public Strategy strategy() {
        return new LookingBackStrategy();
    }

    @Override
    public int defaultPort() {
        return 8999;
    }
}
