package dev.tradesuite.risk.exposure;

/** There is a reservation under the number of the order for something else; nothing was changed. */
public final class OrderReservedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OrderReservedException(ReservedOrder existing) {
        super("order %s has a reservation for %s %s %s of account %s"
                .formatted(
                        existing.orderId(),
                        existing.side(),
                        existing.size().value().toPlainString(),
                        existing.symbol(),
                        existing.accountId()));
    }
}
