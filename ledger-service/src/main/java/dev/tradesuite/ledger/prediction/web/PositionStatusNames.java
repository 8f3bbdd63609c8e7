package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.MarketPosition;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a parameter say {@code open} as people write it. */
@Component
final class PositionStatusNames implements Converter<String, MarketPosition.Status> {

    @Override
    public MarketPosition.Status convert(String name) {
        return MarketPosition.Status.valueOf(name.strip().toUpperCase(Locale.ROOT));
    }
}
