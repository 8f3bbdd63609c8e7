package dev.tradesuite.orchestrator.cycle.client;

import dev.tradesuite.orchestrator.cycle.CycleReports;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reports over HTTP. */
@Component
final class CycleReportsClient implements CycleReports {

    private static final int NOT_FOUND = 404;

    private final CycleReportApi api;

    CycleReportsClient(CycleReportApi api) {
        this.api = api;
    }

    @Override
    public Optional<String> find(long portfolioId, UUID cycleId) {
        try {
            return Optional.of(api.report(portfolioId, cycleId));
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
