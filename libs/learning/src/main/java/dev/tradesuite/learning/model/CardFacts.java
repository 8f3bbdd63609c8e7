package dev.tradesuite.learning.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** A card in words, for the head of a report and for the console. */
public final class CardFacts {

    private CardFacts() {}

    /** Name and value, in the order in which they are shown. */
    public static Map<String, String> of(ModelCard card) {
        ModelOrigin origin = card.origin();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Version", card.version());
        facts.put("Model", card.model().name());
        facts.put("Bars", "%,d of %s %s".formatted(origin.bars(), origin.symbol(), origin.timeframe()));
        facts.put("From", origin.from().toString());
        facts.put("To", origin.to().toString());
        facts.put("Source", origin.source());
        facts.put("SHA-256 of the bars", origin.sha256());
        facts.put("Features", card.recipe().featuresVersion());
        facts.put("Seed", Long.toString(card.recipe().seed()));
        card.recipe().parameters().forEach((name, value) -> facts.put("Parameter " + name, value));
        return facts;
    }
}
