package dev.tradesuite.meanreversion;

import dev.tradesuite.meanreversion.selection.MeanReversionStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyProvider;
import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, and tells the rest of the suite about its strategy. */
@SpringBootApplication(proxyBeanMethods = false)
public class MeanReversionApplication implements StrategyProvider {

    public static void main(String[] args) {
        SuiteApplication.run(MeanReversionApplication.class, "strategy-mean-reversion-service", args);
    }

    @Override
    public Strategy strategy() {
        return new MeanReversionStrategy();
    }

    @Override
    public int defaultPort() {
        return 8005;
    }
}
