package dev.tradesuite.signals.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to hear, and may: at first everything it may, but for the kinds that are to be named. Immutable.
 *
 * @param types kinds of messages
 * @param strategies codes; a message about none, such as a price, passes whatever they are
 * @param symbols instruments; news, which are about none, pass whatever they are
 * @param reader who listens
 */
public record Subscription(
        Choice<StreamKind> types, Choice<String> strategies, Choice<String> symbols, StreamReader reader) {

    /** Everything that somebody may hear who has shown nothing. */
    public static final Subscription EVERYTHING = everything(StreamReader.NOBODY);

    /** Everything that a reader may hear. */
    public static Subscription everything(StreamReader reader) {
        return new Subscription(Choice.all(), Choice.all(), Choice.all(), reader);
    }

    /**
     * Which values of a list are meant.
     *
     * @param only these; empty optional: all
     * @param without but for these
     */
    public record Choice<T>(Optional<Set<T>> only, Set<T> without) {

        public Choice {
            only = only.map(Set::copyOf);
            without = Set.copyOf(without);
        }

        static <T> Choice<T> all() {
            return new Choice<>(Optional.empty(), Set.of());
        }

        boolean includes(T value) {
            return !without.contains(value)
                    && only.map(values -> values.contains(value)).orElse(true);
        }

        private boolean names(T value) {
            return only.isPresent() && includes(value);
        }

        private Choice<T> with(@Nullable List<T> values) {
            if (values == null) {
                return this;
            }
            if (values.isEmpty()) {
                return all();
            }
            Set<T> more = new HashSet<>(only.orElse(Set.of()));
            more.addAll(values);
            Set<T> less = new HashSet<>(without);
            values.forEach(less::remove);
            return new Choice<>(Optional.of(more), less);
        }

        private Choice<T> without(@Nullable List<T> values) {
            if (values == null) {
                return this;
            }
            Set<T> more = new HashSet<>(without);
            more.addAll(values);
            return new Choice<>(only, more);
        }
    }

    /**
     * What a client names.
     *
     * @param types null: not named
     * @param strategies null: not named
     * @param symbols null: not named
     */
    public record Named(
            @Nullable List<StreamKind> types, @Nullable List<String> strategies, @Nullable List<String> symbols) {}

    /** Wants what is named, and no longer everything; an empty list wants everything again. */
    public Subscription subscribed(Named named) {
        return new Subscription(
                types.with(named.types()), strategies.with(named.strategies()), symbols.with(named.symbols()), reader);
    }

    /** No longer wants what is named; an empty list names nothing. */
    public Subscription unsubscribed(Named named) {
        return new Subscription(
                types.without(named.types()),
                strategies.without(named.strategies()),
                symbols.without(named.symbols()),
                reader);
    }

    /** Whether a message about this is wanted, and may be heard. */
    public boolean includes(StreamMessage.Subject subject) {
        return subject.audience().includes(reader)
                && (subject.kind().isNamedOnly() ? types.names(subject.kind()) : types.includes(subject.kind()))
                && (subject.kind().isNews() || symbols.includes(subject.symbol()))
                && (subject.strategies().isEmpty()
                        || subject.strategies().stream().anyMatch(strategies::includes));
    }
}
