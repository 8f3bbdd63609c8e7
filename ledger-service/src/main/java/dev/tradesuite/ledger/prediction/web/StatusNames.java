package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a parameter say {@code active} as people write it. */
@Component
final class StatusNames implements Converter<String, PortfolioStatus> {

    @Override
    public PortfolioStatus convert(String name) {
        return PortfolioStatus.valueOf(name.strip().toUpperCase(Locale.ROOT));
    }
}
