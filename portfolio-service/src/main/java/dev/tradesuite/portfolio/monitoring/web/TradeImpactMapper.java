package dev.tradesuite.portfolio.monitoring.web;

import dev.tradesuite.contracts.portfolio.TradeImpactRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.portfolio.monitoring.LiveRiskCalculator;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Size;
import dev.tradesuite.portfolio.monitoring.TradeImpactService.Trade;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.portfolio.registry.SourceVisibility;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads trades that are thought of. */
@Component
final class TradeImpactMapper {

    private final RegistryService registry;
    private final SourceVisibility visibility;
    private final InstrumentCatalog catalog;

    TradeImpactMapper(RegistryService registry, SourceVisibility visibility, InstrumentCatalog catalog) {
        this.registry = registry;
        this.visibility = visibility;
        this.catalog = catalog;
    }

    /**
     * The trade.
     *
     * @throws ProblemException that names what is wrong with it
     */
    Trade trade(TradeImpactRequest request) {
        return new Trade(
                request.accountId(),
                Optional.ofNullable(request.strategy()).orElse(LiveRiskCalculator.UNASSIGNED),
                instrument(request),
                request.side(),
                size(request));
    }

    private static Size size(TradeImpactRequest request) {
        BigDecimal lots = request.lots();
        BigDecimal notional = request.notional();
        if (lots != null && notional == null) {
            return new Size.InLots(lots);
        }
        if (notional != null && lots == null) {
            return new Size.Notional(notional);
        }
        throw fault("lots", lots == null ? "REQUIRED" : "NOT_USED", "expected either lots or notional", null);
    }

    private Instrument instrument(TradeImpactRequest request) {
        Optional<String> ofStrategy = Optional.ofNullable(request.strategy()).flatMap(this::symbolOf);
        String symbol = Optional.ofNullable(request.symbol())
                .or(() -> ofStrategy)
                .orElseThrow(() -> fault(
                        "symbol", "REQUIRED", "expected a symbol, or a strategy that holds one instrument", null));
        Instrument instrument = catalog.find(symbol)
                .orElseThrow(() -> fault("symbol", "UNKNOWN_SYMBOL", catalog.refusal(symbol), symbol));
        if (ofStrategy.filter(other -> !other.equals(instrument.symbol())).isPresent()) {
            throw fault("symbol", "CONTRADICTS", "the strategy is of " + ofStrategy.get(), symbol);
        }
        return instrument;
    }

    private Optional<String> symbolOf(String code) {
        return switch (registry.find(code)
                .map(RegisteredStrategy::source)
                .filter(visibility.ofCaller())
                .orElseThrow(
                        () -> fault("strategy", "UNKNOWN_CODE", "a code listed by GET /api/v1/strategies", code))) {
            case StrategySource.HeldInstrument(String symbol) -> Optional.of(symbol);
            case StrategySource.ModelAccount(String _, String symbol) -> Optional.of(symbol);
            case StrategySource.AccountBooks _, StrategySource.PortfolioBooks _, StrategySource.Imported _ ->
                Optional.empty();
        };
    }

    private static ProblemException fault(String field, String code, String message, @Nullable String rejected) {
        return ProblemException.invalid(List.of(new FieldError(field, code, message, rejected)));
    }
}
