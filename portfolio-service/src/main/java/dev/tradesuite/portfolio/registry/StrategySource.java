package dev.tradesuite.portfolio.registry;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the returns of a strategy come from. */
public sealed interface StrategySource {

    /** How sources are written, for whoever wrote one otherwise. */
    String FORMS = "model:CODE:SYMBOL, portfolio:ID, account:ID, hold:SYMBOL or imported";

    /**
     * The account a model keeps on paper for an instrument.
     *
     * @param code of the model, such as {@code ML_XGB}
     */
    record ModelAccount(String code, String symbol) implements StrategySource {

        @Override
        public String text() {
            return "model:%s:%s".formatted(code, symbol);
        }
    }

    /** A portfolio of prediction-market positions, by its number. */
    record PortfolioBooks(long id) implements StrategySource {

        @Override
        public String text() {
            return "portfolio:" + id;
        }
    }

    /** An account. */
    record AccountBooks(String id) implements StrategySource {

        @Override
        public String text() {
            return "account:" + id;
        }
    }

    /** An instrument that is held. */
    record HeldInstrument(String symbol) implements StrategySource {

        @Override
        public String text() {
            return "hold:" + symbol;
        }
    }

    /** Nobody is asked: somebody hands the returns in. */
    record Imported() implements StrategySource {

        @Override
        public String text() {
            return "imported";
        }
    }

    /** As it is written; {@link #parse} reads it. */
    String text();

    /** Reads a source; empty when it has none of the {@link #FORMS}. Symbols are not looked up. */
    static Optional<StrategySource> parse(String text) {
        return text.equals("imported")
                ? Optional.of(new Imported())
                : Form.MODEL
                        .read(text, match -> new ModelAccount(match.group(1), match.group(2)))
                        .or(() ->
                                Form.PORTFOLIO.read(text, match -> new PortfolioBooks(Long.parseLong(match.group(1)))))
                        .or(() -> Form.ACCOUNT.read(text, match -> new AccountBooks(match.group(1))))
                        .or(() -> Form.HOLD.read(text, match -> new HeldInstrument(match.group(1))));
    }

    /** The forms that name something. */
    enum Form {
        MODEL("model:([A-Z0-9_]{1,40}):([^:\\s]{1,40})"),
        PORTFOLIO("portfolio:([0-9]{1,18})"),
        ACCOUNT("account:([A-Za-z0-9._-]{1,64})"),
        HOLD("hold:([^:\\s]{1,40})");

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        private Optional<StrategySource> read(String text, Function<Matcher, StrategySource> source) {
            Matcher match = pattern.matcher(text);
            return match.matches() ? Optional.of(source.apply(match)) : Optional.empty();
        }
    }
}
