package dev.tradesuite.hybrid;

import dev.tradesuite.hybrid.selection.HybridStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyProvider;
import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, and tells the rest of the suite about its strategy. */
@SpringBootApplication(proxyBeanMethods = false)
public class HybridApplication implements StrategyProvider {

    public static void main(String[] args) {
        SuiteApplication.run(HybridApplication.class, "strategy-hybrid-service", args);
    }

    @Override
    public Strategy strategy() {
        return new HybridStrategy();
    }

    @Override
    public int defaultPort() {
        return 8007;
    }
}
