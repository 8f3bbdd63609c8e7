package dev.tradesuite.broker;

import dev.tradesuite.broker.paper.PaperStore;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a broker is made of.
 *
 * @param settings its own settings
 * @param catalog instruments
 * @param books where a paper broker keeps its books: the database of the orders
 * @param ids makes ids
 * @param clock the time
 */
public record BrokerContext(
        BrokerOptions settings, InstrumentCatalog catalog, PaperStore books, Supplier<UUID> ids, Clock clock) {}
