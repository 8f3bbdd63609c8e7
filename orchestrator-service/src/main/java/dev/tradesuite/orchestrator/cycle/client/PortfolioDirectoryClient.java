package dev.tradesuite.orchestrator.cycle.client;

import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioPage;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.PortfolioDirectory;
import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Portfolios over HTTP. */
@Component
final class PortfolioDirectoryClient implements PortfolioDirectory {

    private static final int NOT_FOUND = 404;
    private static final int PAGE = 1000;

    private final PortfolioDirectoryApi api;

    PortfolioDirectoryClient(PortfolioDirectoryApi api) {
        this.api = api;
    }

    @Override
    public Lookup find(long id) {
        try {
            return new Lookup.Found(ref(api.portfolio(id)));
        } catch (RemoteProblemException e) {
            return new Lookup.Missing(
                    e.status() == NOT_FOUND
                            ? new CycleFailure(ProblemCode.NOT_FOUND, "There is no portfolio %d".formatted(id))
                            : new CycleFailure(ProblemCode.INTERNAL, String.valueOf(e.getMessage())));
        } catch (ServiceUnavailableException e) {
            ProblemException problem = e.asProblem();
            return new Lookup.Missing(new CycleFailure(problem.code(), problem.detail()));
        }
    }

    @Override
    public List<PortfolioRef> all() {
        return list(null);
    }

    @Override
    public List<PortfolioRef> active() {
        return list(PortfolioStatus.ACTIVE);
    }

    /** Page by page; a portfolio that moves to another page meanwhile is still counted once. */
    private List<PortfolioRef> list(@Nullable PortfolioStatus status) {
        Map<Long, PortfolioRef> found = new TreeMap<>();
        PortfolioPage page;
        int number = 0;
        do {
            page = api.list(status, number, PAGE);
            page.portfolios().forEach(portfolio -> found.put(portfolio.portfolioId(), ref(portfolio)));
            number++;
        } while (!page.portfolios().isEmpty() && (long) number * PAGE < page.total());
        return List.copyOf(found.values());
    }

    private static PortfolioRef ref(Portfolio portfolio) {
        return new PortfolioRef(
                portfolio.portfolioId(),
                portfolio.strategyType(),
                portfolio.status(),
                portfolio.schedule(),
                portfolio.sequence());
    }
}
