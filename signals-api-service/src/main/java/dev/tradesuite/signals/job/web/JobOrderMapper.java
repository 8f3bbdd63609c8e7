package dev.tradesuite.signals.job.web;

import dev.tradesuite.accounting.paper.CostUnit;
import dev.tradesuite.accounting.paper.FillCosts;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.signals.CreateJobRequest;
import dev.tradesuite.contracts.signals.JobCostUnit;
import dev.tradesuite.contracts.signals.JobCosts;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.job.JobOrder;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.series.SelectionService;
import dev.tradesuite.signals.series.web.ChoiceMapper;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders for jobs, and names all that is wrong with one. */
@Component
class JobOrderMapper {

    private static final String OUT_OF_RANGE = "OUT_OF_RANGE";
    private static final String NOT_VALID = "NOT_VALID";

    private final InstrumentCatalog catalog;
    private final SelectionService selections;
    private final Clock clock;

    JobOrderMapper(InstrumentCatalog catalog, SelectionService selections, Clock clock) {
        this.catalog = catalog;
        this.selections = selections;
        this.clock = clock;
    }

    /** @throws ProblemException with the allowed values */
    JobOrder order(CreateJobRequest request) {
        List<FieldError> faults = new ArrayList<>();
        List<String> symbols = symbols(request.symbols(), faults);
        Instant now = clock.instant();
        Instant to = request.to() == null ? now : request.to();
        checkRange(request.from(), to, now, faults);
        Set<String> strategies = strategies(request.strategies(), faults);
        checkKind(request, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new JobOrder(
                request.kind(),
                symbols,
                new JobOrder.BarSpan(Objects.requireNonNullElse(request.timeframe(), Timeframe.M5), request.from(), to),
                strategies,
                Optional.ofNullable(request.costs()).map(JobOrderMapper::costs),
                Boolean.TRUE.equals(request.restart()));
    }

    private List<String> symbols(List<String> asked, List<FieldError> faults) {
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String field = "symbols[%d]".formatted(i);
            String symbol = asked.get(i);
            Optional<String> known = catalog.find(symbol).map(Instrument::symbol);
            if (known.isEmpty()) {
                faults.add(new FieldError(
                        field, ProblemCode.UNKNOWN_SYMBOL.name(), catalog.refusal(symbol), shortened(symbol)));
            } else if (symbols.contains(known.get())) {
                faults.add(new FieldError(field, NOT_VALID, "is named twice", symbol));
            } else {
                symbols.add(known.get());
            }
        }
        return symbols;
    }

    private static void checkRange(Instant from, Instant to, Instant now, List<FieldError> faults) {
        if (!from.isBefore(to)) {
            faults.add(new FieldError("from", OUT_OF_RANGE, "must be before to, which is " + to, from.toString()));
        }
        if (to.isAfter(now)) {
            faults.add(new FieldError("to", OUT_OF_RANGE, "must not be after now, which is " + now, to.toString()));
        }
    }

    private Set<String> strategies(@Nullable List<String> asked, List<FieldError> faults) {
        List<String> codes = asked == null ? List.of() : asked;
        List<String> known =
                selections.strategies().stream().map(ModelStrategy::code).toList();
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                faults.add(ChoiceMapper.unknown("strategies[%d]".formatted(i), known.stream(), codes.get(i)));
            }
        }
        return new HashSet<>(codes);
    }

    private static void checkKind(CreateJobRequest request, List<FieldError> faults) {
        if (request.kind() == JobKind.BACKFILL) {
            if (request.strategies() != null) {
                faults.add(new FieldError(
                        "strategies", NOT_VALID, "a backfill takes all; leave it out, or order a backtest", null));
            }
            if (request.costs() != null) {
                faults.add(new FieldError(
                        "costs",
                        NOT_VALID,
                        "the live accounts have their own; leave it out, or order a backtest",
                        null));
            }
        } else if (Boolean.TRUE.equals(request.restart())) {
            faults.add(new FieldError(
                    "restart", NOT_VALID, "a backtest always begins anew; leave it out, or order a backfill", "true"));
        }
    }

    private static FillCosts costs(JobCosts costs) {
        CostUnit unit =
                switch (Objects.requireNonNullElse(costs.unit(), JobCostUnit.PIPS)) {
                    case PRICE -> CostUnit.PRICE;
                    case PIPS -> CostUnit.PIPS;
                    case BP -> CostUnit.BP;
                };
        return new FillCosts(
                orZero(costs.halfSpread()), orZero(costs.slippage()), unit, orZero(costs.commissionPerLot()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
