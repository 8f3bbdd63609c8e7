package dev.tradesuite.benchmarks.following;

import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.portfolio.StrategyFollowing;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Reads what was done about the signals of strategies. */
final class FollowingReads {

    private static final int PAGE = 1_000;

    private final SuiteClient client;
    private final URI portfolio;

    FollowingReads(SuiteClient client, URI portfolio) {
        this.client = client;
        this.portfolio = portfolio;
    }

    /** The newest page, with what was heard and what is held. */
    StrategyFollowing newest(FollowedModel strategy) {
        return page(strategy, "");
    }

    /** Every step, the newest first. */
    List<FollowingStep> steps(FollowedModel strategy) {
        List<FollowingStep> steps = new ArrayList<>();
        StrategyFollowing page = newest(strategy);
        steps.addAll(page.steps());
        while (page.nextCursor() != null) {
            page = page(strategy, "&cursor=" + page.nextCursor());
            steps.addAll(page.steps());
        }
        return steps;
    }

    private StrategyFollowing page(FollowedModel strategy, String more) {
        return client.read(
                client.get(portfolio.resolve("/api/v1/strategies/%s/following?account_id=%s&limit=%d%s"
                        .formatted(strategy.code(), strategy.account(), PAGE, more))),
                StrategyFollowing.class);
    }
}
