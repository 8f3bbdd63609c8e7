package dev.tradesuite.instruments;

import java.util.List;

/** An instrument file cannot be used; the message names every faulty line and field. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogException(String source, List<String> faults) {
        super("Instruments cannot be read from " + source + ":\n  " + String.join("\n  ", faults));
    }

    CatalogException(String source, String fault, Throwable cause) {
        super("Instruments cannot be read from " + source + ": " + fault, cause);
    }
}
