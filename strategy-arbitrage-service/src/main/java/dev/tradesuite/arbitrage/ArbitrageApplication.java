package dev.tradesuite.arbitrage;

import dev.tradesuite.arbitrage.selection.ArbitrageStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyProvider;
import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, and tells the rest of the suite about its strategy. */
@SpringBootApplication(proxyBeanMethods = false)
public class ArbitrageApplication implements StrategyProvider {

    public static void main(String[] args) {
        SuiteApplication.run(ArbitrageApplication.class, "strategy-arbitrage-service", args);
    }

    @Override
    public Strategy strategy() {
        return new ArbitrageStrategy();
    }

    @Override
    public int defaultPort() {
        return 8006;
    }
}
