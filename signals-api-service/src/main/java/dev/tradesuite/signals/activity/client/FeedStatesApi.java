package dev.tradesuite.signals.activity.client;

import dev.tradesuite.contracts.brain.FeedInfo;
import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked of brain-service. */
@HttpExchange("/api/v1/brain/feeds")
public interface FeedStatesApi {

    /** Every feed. */
    @GetExchange
    List<FeedInfo> feeds();
}
