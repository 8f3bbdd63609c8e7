package dev.tradesuite.momentum;

import dev.tradesuite.momentum.selection.MomentumStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyProvider;
import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, and tells the rest of the suite about its strategy. */
@SpringBootApplication(proxyBeanMethods = false)
public class MomentumApplication implements StrategyProvider {

    public static void main(String[] args) {
        SuiteApplication.run(MomentumApplication.class, "strategy-momentum-service", args);
    }

    @Override
    public Strategy strategy() {
        return new MomentumStrategy();
    }

    @Override
    public int defaultPort() {
        return 8002;
    }

    @Override
    public boolean startsWithTheSuite() {
        return true;
    }
}
