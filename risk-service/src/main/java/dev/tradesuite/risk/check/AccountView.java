package dev.tradesuite.risk.check;

import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.state.StateEntry;
import java.util.List;

/** What is known of the account a trade is for. */
public sealed interface AccountView {

    /** Its figures, holdings and trading states. */
    record Known(AccountSnapshot snapshot) implements AccountView {}

    /**
     * Nothing: the account does not exist, or its books cannot be read.
     *
     * @param message which of the two
     * @param limits those of an account that has none of its own
     * @param states trading states of what the trade is about
     */
    record Unknown(String message, Limits limits, List<StateEntry> states) implements AccountView {

        public Unknown {
            states = List.copyOf(states);
        }
    }

    /** Limits that apply. */
    default Limits limits() {
        return switch (this) {
            case Known(AccountSnapshot snapshot) -> snapshot.figures().limits();
            case Unknown(var _, Limits limits, var _) -> limits;
        };
    }

    /** Whether the account takes no orders any more. */
    default boolean isArchived() {
        return switch (this) {
            case Known(AccountSnapshot snapshot) -> snapshot.figures().archived();
            case Unknown _ -> false;
        };
    }

    /** Trading states that apply. */
    default List<StateEntry> states() {
        return switch (this) {
            case Known(AccountSnapshot snapshot) -> snapshot.states();
            case Unknown(var _, var _, List<StateEntry> states) -> states;
        };
    }
}
