package dev.tradesuite.sizing.instrument.web;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.test.ContractSamples;
import org.junit.jupiter.api.Test;

/** The sample of an instrument is what the service writes today. */
class InstrumentSamplesTest {

    @Test
    void instrumentIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "InstrumentInfo", new InstrumentController(InstrumentCatalog.shipped()).instrument("EURUSD"));
    }
}
