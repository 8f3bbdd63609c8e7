package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelStrategy;
import dev.tradesuite.signals.series.OneModel;
import dev.tradesuite.signals.series.SelectionService;
import dev.tradesuite.support.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the accounts that symbol, run and strategies of a request mean, and names all that is wrong with them. */
@Component
public final class SelectionMapper {

    private static final long LIVE = 0;
    private static final String STRATEGY = "strategy";

    private final SelectionService selections;
    private final InstrumentCatalog catalog;

    SelectionMapper(SelectionService selections, InstrumentCatalog catalog) {
        this.selections = selections;
        this.catalog = catalog;
    }

    /** The same over accounts that are found in another way. */
    public SelectionMapper over(SelectionService others) {
        return new SelectionMapper(others, catalog);
    }

    /**
     * The accounts that are meant.
     *
     * @param symbol as it was written; null for the usual one
     * @param strategiesField name of the parameter with the strategies
     * @param strategies codes with commas between them; null for all
     * @throws ProblemException with the allowed values
     */
    public ModelSelection selection(
            @Nullable String symbol, long run, String strategiesField, @Nullable String strategies) {
        List<FieldError> faults = new ArrayList<>();
        boolean isRun = run == LIVE || selections.runs().contains(run);
        if (!isRun) {
            faults.add(
                    ChoiceMapper.unknown("run", selections.runs().stream().map(String::valueOf), Long.toString(run)));
        }
        Optional<String> known =
                symbol == null ? Optional.empty() : catalog.find(symbol).map(Instrument::symbol);
        if (symbol != null && known.isEmpty()) {
            faults.add(unknownSymbol(symbol, isRun ? selections.symbols(run) : List.of()));
        }
        Set<String> codes = strategies == null ? Set.of() : codes(strategiesField, strategies, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return selections.select(run, known, codes);
    }

    /**
     * The one model that is meant.
     *
     * @param symbol as it was written; null for the usual one
     * @param strategy its code, in the parameter {@code strategy}
     * @throws ProblemException with the allowed values
     */
    public OneModel one(@Nullable String symbol, long run, String strategy) {
        ModelStrategy known = selections.strategies().stream()
                .filter(each -> each.code().equals(strategy))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(List.of(ChoiceMapper.unknown(
                        STRATEGY, selections.strategies().stream().map(ModelStrategy::code), strategy))));
        return new OneModel(known, selection(symbol, run, STRATEGY, strategy));
    }

    private FieldError unknownSymbol(String symbol, List<String> withAccounts) {
        String refusal = catalog.refusal(symbol);
        FieldError fault = ChoiceMapper.unknown("symbol", withAccounts.stream(), symbol);
        return new FieldError(
                fault.field(),
                ProblemCode.UNKNOWN_SYMBOL.name(),
                withAccounts.isEmpty() ? refusal : refusal + "; " + fault.message(),
                fault.rejected());
    }

    private Set<String> codes(String field, String written, List<FieldError> faults) {
        List<String> known =
                selections.strategies().stream().map(ModelStrategy::code).toList();
        Set<String> codes = new LinkedHashSet<>(List.of(written.split(",", -1)));
        codes.stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> faults.add(ChoiceMapper.unknown(field, known.stream(), code)));
        return codes;
    }
}
