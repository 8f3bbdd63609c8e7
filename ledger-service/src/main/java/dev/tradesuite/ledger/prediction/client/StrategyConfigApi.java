package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.contracts.strategy.ConfigValidation;
import java.net.URI;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What is asked of the controllers of strategies; each has its own address. */
@HttpExchange
public interface StrategyConfigApi {

    /** Whether a configuration can be used. */
    @PostExchange
    ConfigValidation validate(URI address, @RequestBody Map<String, Object> config);
}
