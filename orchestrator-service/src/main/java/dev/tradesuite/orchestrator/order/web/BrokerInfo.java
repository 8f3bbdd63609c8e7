package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.orchestrator.order.Brokers;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** Tells at {@code /actuator/info}, as {@code brokers}, what the fills of each broker are: PAPER or LIVE. */
@Component
final class BrokerInfo implements InfoContributor {

    private final Brokers brokers;

    BrokerInfo(Brokers brokers) {
        this.brokers = brokers;
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail(
                "brokers",
                brokers.all().stream().collect(Collectors.toMap(broker -> broker.name(), broker -> broker.label()
                        .name())));
    }
}
