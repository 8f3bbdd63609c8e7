package dev.tradesuite.instruments;

import java.util.List;

/** A file of instruments or of market hours cannot be used; the message names every faulty line and field. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogException(String what, String source, List<String> faults) {
        super(what + " cannot be read from " + source + ":\n  " + String.join("\n  ", faults));
    }

    CatalogException(String what, String source, String fault, Throwable cause) {
        super(what + " cannot be read from " + source + ": " + fault, cause);
    }
}
