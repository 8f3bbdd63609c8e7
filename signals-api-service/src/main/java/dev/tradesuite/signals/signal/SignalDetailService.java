package dev.tradesuite.signals.signal;

import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.signals.series.ModelSeries;
import java.util.Optional;

/** Explains single signals. */
public final class SignalDetailService {

    private final KeptSignalStore store;

    public SignalDetailService(KeptSignalStore store) {
        this.store = store;
    }

    /** A signal with its reasons and what the account did about it; empty when there is none of that id. */
    public Optional<SignalDetails> find(long id) {
        return store.find(id).map(this::details);
    }

    private SignalDetails details(ExplainedSignal explained) {
        ModelSeries series = explained.series();
        KeptSignal signal = explained.signal();
        AccountOutcome.Circumstances known = new AccountOutcome.Circumstances(
                store.before(series, signal), store.positions(series, signal), store.isRateKnown(series, signal.at()));
        return new SignalDetails(explained, languageModel(explained), AccountOutcome.of(signal, known));
    }

    private Optional<ExplainedSignal> languageModel(ExplainedSignal explained) {
        return switch (explained.signal().strategy().type()) {
            case LLM -> Optional.of(explained);
            case ENSEMBLE ->
                store.find(
                        explained.series(), StrategyType.LLM, explained.signal().at());
            case RL, ML -> Optional.empty();
        };
    }
}
