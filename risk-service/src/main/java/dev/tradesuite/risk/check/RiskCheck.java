package dev.tradesuite.risk.check;

import java.util.Locale;

/** The six checks, in the order they are reported. */
public enum RiskCheck {
    DAILY_LOSS(Reading.Unit.PERCENT),
    DRAWDOWN(Reading.Unit.PERCENT),
    POSITION_SIZE(Reading.Unit.PERCENT),
    MARGIN(Reading.Unit.PERCENT),
    CORRELATION(Reading.Unit.RATIO),
    STOP_LOSS(Reading.Unit.PIPS);

    private final Reading.Unit unit;

    RiskCheck(Reading.Unit unit) {
        this.unit = unit;
    }

    /** Name in a sentence, such as {@code daily loss}. */
    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Unit the check usually measures in. */
    public Reading.Unit unit() {
        return unit;
    }
}
